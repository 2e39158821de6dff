/**
 * The cause of a transaction: a client, a player with their token, or `house` for the service itself, as with a welcome grant.
 */
export interface Actor {
  kind: 'client' | 'player' | 'house';
  /** The id of the client or user, or a name for what the service did. */
  id: string;
}

/** The stored and hashed form of an actor: `client:game-server`. No kind contains a colon. */
export function actorText({ kind, id }: Actor): string {
  return `${kind}:${id}`;
}

/** The counterpart of `actorText`. */
export function actorOf(text: string): Actor {
  const colon = text.indexOf(':');
  return { kind: text.slice(0, colon) as Actor['kind'], id: text.slice(colon + 1) };
}
