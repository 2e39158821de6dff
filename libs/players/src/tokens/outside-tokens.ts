import { createRemoteJWKSet, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { clockTolerance, PlayerTokens, subjectFrom, type TokenParties } from './player-tokens.js';

/**
 * Only algorithms with a private key, which the provider alone has. With HS256 among them, a token that somebody signs with
 * the public key as if it were a secret would be believed (RFC 8725, section 2.1).
 */
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];

/** Tokens of an identity provider outside, who publishes the keys to check them with (RFC 7517). */
export class OutsideTokens extends PlayerTokens {
  private readonly keys: JWTVerifyGetKey;

  /** The key set is fetched with the first token, kept, and fetched again for a key that it does not have, twice a minute at most. */
  constructor(
    keySetUrl: string,
    private readonly parties: TokenParties,
  ) {
    super();
    this.keys = createRemoteJWKSet(new URL(keySetUrl), { timeoutDuration: 5_000, cooldownDuration: 30_000 });
  }

  subjectOf(token: string): Promise<string> {
    return subjectFrom(
      jwtVerify(token, this.keys, {
        ...this.parties,
        algorithms,
        requiredClaims: ['sub', 'exp'],
        clockTolerance,
      }),
    );
  }
}
