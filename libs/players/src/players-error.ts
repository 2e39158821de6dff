/**
 * `user-exists`: the id is taken by a player, a user or the owner of an account.
 * `overloaded`: too many password checks are waiting; nothing happened.
 */
export class PlayersError extends Error {
  constructor(
    readonly code: 'user-exists' | 'overloaded',
    message: string,
  ) {
    super(message);
    this.name = 'PlayersError';
  }
}
