/**
 * `invalid`: the token is not one that lets anybody in; the message says why, for whoever sent it.
 * `unavailable`: the keys of the identity provider cannot be had, so that nobody can say.
 */
export class TokenError extends Error {
  /** With `unavailable`: seconds until the keys may be fetched again. */
  retryAfterSeconds?: number;

  constructor(
    readonly reason: 'invalid' | 'unavailable',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'TokenError';
  }
}
