import type { FastifyRequest } from 'fastify';
import type { ProblemError } from '../problems/problem.js';
import { validationProblem } from '../problems/validation-problem.js';

/** Enough for a short note from the game client, not for files. */
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

/** Metadata members that only the service may write into a player's transactions. */
export interface ReservedMembers {
  readonly members: readonly string[];
  /** The writer named in the error message, such as `the catalogue`. */
  readonly writer: string;
}

/** The reserved metadata members of all capabilities. */
export class ReservedMetadata {
  constructor(private readonly reserved: readonly ReservedMembers[]) {}

  /** The fault in a player's metadata that has a reserved member; `undefined` if it has none. */
  faultOf(metadata: object): string | undefined {
    for (const { members, writer } of this.reserved) {
      const member = members.find((name) => Object.hasOwn(metadata, name));
      if (member !== undefined) {
        return `must not have the member ${member} from a player: ${writer} writes it`;
      }
    }
    return undefined;
  }
}
