/**
 * `invalid`: the token is not valid; the message tells the sender why.
 * `unavailable`: the identity provider's keys cannot be fetched, so the token cannot be verified.
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
