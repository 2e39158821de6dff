import type { FastifyRequest } from 'fastify';

/**
 * The client whose keys these are. Authentication is not part of the service yet, so that everybody is one client; an
 * Authorization header is accepted and has no effect.
 */
export function callingClient(_request: FastifyRequest): string {
  return 'anonymous';
}
