/**
 * `user-exists`: the id is taken by a player, a user or the owner of an account.
 * `overloaded`: more passwords wait to be checked than can be checked in good time; nothing happened.
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
