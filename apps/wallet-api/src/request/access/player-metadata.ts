import type { FastifyRequest } from 'fastify';
import type { ProblemError } from '../problems/problem.js';
import { validationProblem } from '../problems/validation-problem.js';
import type { ReservedMetadata } from './reserved-metadata.js';

/** Room for a short note from the game's client, not for files. */
const maxBytes = 256;

/** Rejects player metadata that is too large or uses a member that a capability has reserved. */
export function playerMetadataProblem(
  { caller }: Pick<FastifyRequest, 'caller'>,
  body: object,
  reserved: ReservedMetadata,
): ProblemError | undefined {
  const fault = caller?.kind === 'player' ? faultOf(body, reserved) : undefined;
  return fault === undefined ? undefined : validationProblem([{ pointer: '/metadata', detail: fault }]);
}

function faultOf(body: { metadata?: object | null }, reserved: ReservedMetadata): string | undefined {
  const { metadata } = body;
  if (!metadata) return undefined;
  if (Buffer.byteLength(JSON.stringify(metadata)) > maxBytes) {
    return `must not have more than ${maxBytes} bytes from a player`;
  }
  return reserved.faultOf(metadata);
}
