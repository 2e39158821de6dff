/**
 * `user-exists`: somebody has this id already, as a player, as a user or as the owner of an account.
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
