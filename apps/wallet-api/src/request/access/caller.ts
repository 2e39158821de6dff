import type { Author } from '@app/changes';
import type { Client } from '@app/clients';
import type { Actor } from '@app/ledger';
import type { FastifyRequest } from 'fastify';

/** The sender of a request: a program with an API key, or a player with an access token. */
export type Caller =
  | ({ kind: 'client'; clientId: string } & Pick<Client, 'scopes' | 'daily' | 'maxAdjustment'>)
  | { kind: 'player'; userId: string };

declare module 'fastify' {
  interface FastifyRequest {
    /** Set before the handler runs; `null` on public routes. */
    caller: Caller | null;
  }
}

/** The caller of a route that is not public. */
export function callerOf({ caller }: Pick<FastifyRequest, 'caller'>): Caller {
  if (!caller) throw new Error('A public route has no caller; use @RequiresScope() instead of @Public()');
  return caller;
}

/** The id of the calling client, on a route that players cannot call. */
export function clientOf(request: Pick<FastifyRequest, 'caller'>): string {
  const caller = callerOf(request);
  if (caller.kind !== 'client')
    throw new Error('A player called a route meant for clients; remove players from its @RequiresScope()');
  return caller.clientId;
}

/** Who the record of changes names, on a route that players cannot call. */
export function authorOf(request: Pick<FastifyRequest, 'caller'>): Author {
  return { client: clientOf(request) };
}

/**
 * The client id under which idempotency keys are stored. All players share one, which no client can have; the user id, also
 * part of the key, keeps players apart.
 */
export function keyOwnerOf(caller: Caller): string {
  return caller.kind === 'client' ? caller.clientId : '@player';
}

/** The actor that the ledger records for the transactions of a caller. */
export function actorOf(caller: Caller): Actor {
  return caller.kind === 'client'
    ? { kind: 'client', id: caller.clientId }
    : { kind: 'player', id: caller.userId };
}
