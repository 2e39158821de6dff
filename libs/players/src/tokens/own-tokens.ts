import { randomUUID, webcrypto } from 'node:crypto';
import { type CryptoKey, jwtVerify, SignJWT } from 'jose';
import { clockTolerance, PlayerTokens, subjectFrom, type TokenParties } from './player-tokens.js';

/** Fifteen minutes: short, since a token cannot be revoked. */
export const tokenLifetimeSeconds = 15 * 60;

/** The hash size of HS256 (RFC 7518, section 3.2). */
export const minimumSecretBytes = 32;

const algorithm = 'HS256';

/** Tokens that this service signs for players who log in here. */
export class OwnTokens extends PlayerTokens {
  private readonly key: Promise<CryptoKey>;

  constructor(
    secret: Uint8Array,
    private readonly parties: TokenParties,
  ) {
    super();
    if (secret.length < minimumSecretBytes)
      throw new Error(`The token secret needs at least ${minimumSecretBytes} bytes`);
    this.key = webcrypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, [
      'sign',
      'verify',
    ]);
  }

  override async issue(userId: string): Promise<string> {
    const { issuer, audience } = this.parties;
    const now = Math.floor(Date.now() / 1000);
    return new SignJWT()
      .setProtectedHeader({ alg: algorithm, typ: 'JWT' })
      .setIssuer(issuer)
      .setAudience(audience)
      .setSubject(userId)
      .setIssuedAt(now)
      .setExpirationTime(now + tokenLifetimeSeconds)
      .setJti(randomUUID())
      .sign(await this.key);
  }

  /** Whatever its header says, a token must be signed with HS256 and our secret, within its lifetime. */
  async subjectOf(token: string): Promise<string> {
    return subjectFrom(
      jwtVerify(token, await this.key, {
        ...this.parties,
        algorithms: [algorithm],
        requiredClaims: ['sub', 'iat', 'exp', 'jti'],
        maxTokenAge: tokenLifetimeSeconds,
        clockTolerance,
      }),
    );
  }
}
