import { createRemoteJWKSet, customFetch, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { clockTolerance, PlayerTokens, subjectFrom, TokenError, type TokenParties } from './player-tokens.js';

/** Allows at most two fetches of a key set per minute. */
const fetchIntervalMs = 30_000;

/** How long a withdrawn key may stay trusted. */
const keySetLifetimeMs = 600_000;

/**
 * Only algorithms whose private key stays with the provider. If HS256 were allowed, an attacker could sign a token with the
 * public key as the secret (RFC 8725, section 2.1).
 */
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];

/** The published keys of an identity provider. */
export interface KeySetSource {
  keySetUrl: string;
  /** The minimum time between two fetches, whether or not they succeed. Default: 30 seconds. */
  keySetIntervalMs?: number;
}

/** Tokens of an external identity provider, which publishes the keys to verify them with (RFC 7517). */
export class ExternalTokens extends PlayerTokens {
  private readonly keys: JWTVerifyGetKey;
  private nextFetchAt = 0;

  /**
   * Fetches the key set with the first token, again after ten minutes, and for a key that it lacks. jose applies its cooldown
   * only after a success; here it applies to every fetch, so a failing provider is not asked again until the interval is over.
   */
  constructor(
    { keySetUrl, keySetIntervalMs = fetchIntervalMs }: KeySetSource,
    private readonly parties: TokenParties,
  ) {
    super();
    this.keys = createRemoteJWKSet(new URL(keySetUrl), {
      timeoutDuration: 5_000,
      cooldownDuration: keySetIntervalMs,
      cacheMaxAge: keySetLifetimeMs,
      [customFetch]: (url, options) => {
        if (this.waitMs() > 0) return Promise.reject(new Error('the key set was fetched a moment ago'));
        this.nextFetchAt = performance.now() + keySetIntervalMs;
        return fetch(url, options);
      },
    });
  }

  async subjectOf(token: string): Promise<string> {
    try {
      return await subjectFrom(
        jwtVerify(token, this.keys, {
          ...this.parties,
          algorithms,
          requiredClaims: ['sub', 'exp'],
          clockTolerance,
        }),
      );
    } catch (error) {
      if (error instanceof TokenError && error.reason === 'unavailable') {
        error.retryAfterSeconds = Math.max(1, Math.ceil(this.waitMs() / 1000));
      }
      throw error;
    }
  }

  private waitMs(): number {
    return this.nextFetchAt - performance.now();
  }
}
