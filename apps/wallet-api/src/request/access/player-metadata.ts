import type { FastifyInstance, FastifyRequest } from 'fastify';
import { validationProblem } from '../problems/validation-problem.js';
import type { ReservedMetadata } from './reserved-metadata.js';

/** Room for a short note from the game's client, not for files. */
const maxBytes = 256;

/** Rejects player metadata that is too large or uses a member that a capability has reserved. */
export function limitPlayerMetadata(server: FastifyInstance, reserved: ReservedMetadata): void {
  server.addHook('preHandler', (request, _reply, done) => {
    const fault = request.caller?.kind === 'player' ? faultOf(request, reserved) : undefined;
    if (fault === undefined) done();
    else done(validationProblem([{ pointer: '/metadata', detail: fault }]));
  });
}

function faultOf({ body }: FastifyRequest, reserved: ReservedMetadata): string | undefined {
  const { metadata } = (body ?? {}) as { metadata?: object | null };
  if (!metadata) return undefined;
  if (Buffer.byteLength(JSON.stringify(metadata)) > maxBytes) {
    return `must not have more than ${maxBytes} bytes from a player`;
  }
  return reserved.faultOf(metadata);
}
