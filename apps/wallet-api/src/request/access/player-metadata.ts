import { catalogMembers } from '@app/catalog';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { validationProblem } from '../problems/validation-problem.js';

/** Room for a short note from the game's client, not for files. */
const maxBytes = 256;

/** Rejects player metadata that is too large or uses a member reserved for the catalogue. */
export function limitPlayerMetadata(server: FastifyInstance): void {
  server.addHook('preHandler', (request, _reply, done) => {
    const fault = request.caller?.kind === 'player' ? faultOf(request) : undefined;
    if (fault === undefined) done();
    else done(validationProblem([{ pointer: '/metadata', detail: fault }]));
  });
}

function faultOf({ body }: FastifyRequest): string | undefined {
  const { metadata } = (body ?? {}) as { metadata?: object | null };
  if (!metadata) return undefined;
  if (Buffer.byteLength(JSON.stringify(metadata)) > maxBytes) {
    return `must not have more than ${maxBytes} bytes from a player`;
  }
  const reserved = catalogMembers.find((name) => Object.hasOwn(metadata, name));
  return reserved && `must not have the member ${reserved} from a player: the catalogue writes it`;
}
