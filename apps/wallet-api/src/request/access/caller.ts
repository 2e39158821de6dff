import type { Client } from '@app/clients';
import type { Actor } from '@app/ledger';
import type { FastifyRequest } from 'fastify';

/** Who sends a request: a program with an API key, or a player with a token of their own. */
export type Caller =
  | { kind: 'client'; clientId: string; scopes: ReadonlySet<string>; daily?: Client['daily'] }
  | { kind: 'player'; userId: string };

declare module 'fastify' {
  interface FastifyRequest {
    /** Set before the handler runs, except on routes that everybody may call. */
    caller: Caller | null;
  }
}

export function callerOf({ caller }: Pick<FastifyRequest, 'caller'>): Caller {
  if (!caller) throw new Error('the caller of a public route was asked for');
  return caller;
}

/** The id of the client that calls a route which is closed to players. */
export function clientOf(request: Pick<FastifyRequest, 'caller'>): string {
  const caller = callerOf(request);
  if (caller.kind !== 'client') throw new Error('a player called a route for clients');
  return caller.clientId;
}

/**
 * The client to whom the idempotency keys of a request belong. All players share one name, since the user is part of a key
 * too; no client can have it.
 */
export function keyOwnerOf(caller: Caller): string {
  return caller.kind === 'client' ? caller.clientId : '@player';
}

/** Whom the ledger records as the cause of what a caller asks for. */
export function actorOf(caller: Caller): Actor {
  return caller.kind === 'client'
    ? { kind: 'client', id: caller.clientId }
    : { kind: 'player', id: caller.userId };
}
