/** Who caused a transaction: a client, a player with their own token, or the house itself, as with a welcome grant. */
export interface Actor {
  kind: 'client' | 'player' | 'house';
  /** The id of the client or the user, or a name for what the house did. */
  id: string;
}

/** How an actor is stored and hashed: `client:game-server`. No kind has a colon. */
export function actorText({ kind, id }: Actor): string {
  return `${kind}:${id}`;
}

/** The actor of a stored text. */
export function actorOf(text: string): Actor {
  const colon = text.indexOf(':');
  return { kind: text.slice(0, colon) as Actor['kind'], id: text.slice(colon + 1) };
}
