import { errors, type JWTPayload } from 'jose';

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

/** The issuer and audience that every token must name. */
export interface TokenParties {
  issuer: string;
  audience: string;
}

/** The tolerated clock difference between two machines, in seconds. */
export const clockTolerance = 5;

/** Verifies access tokens of players. */
export abstract class PlayerTokens {
  /** The `sub` of a currently valid token. Rejects with TokenError. */
  abstract subjectOf(token: string): Promise<string>;

  /** Issues a token for a player; missing if an external provider issues them. */
  issue?(userId: string): Promise<string>;
}

/** Awaits a verification by jose and turns its errors into TokenError. */
export async function subjectFrom(verification: Promise<{ payload: JWTPayload }>): Promise<string> {
  try {
    const { payload } = await verification;
    // jose checks only the types of time claims; the issuer may have written anything into the others.
    const subject: unknown = payload.sub;
    if (typeof subject === 'string') return subject;
  } catch (error) {
    throw toTokenError(error);
  }
  throw new TokenError('invalid', 'The token has a wrong or missing sub.');
}

/** jose's errors about the key set or fetching it. Any error that is not from jose is a network error. */
const faultsOfTheProvider = new Set(['ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID', 'ERR_JOSE_GENERIC']);

function toTokenError(error: unknown): TokenError {
  if (!(error instanceof errors.JOSEError) || faultsOfTheProvider.has(error.code)) {
    return new TokenError('unavailable', 'The keys of the identity provider are unavailable.', {
      cause: error,
    });
  }
  // jose verifies the signature before the claims, so only the holder of a once valid token sees these messages.
  if (error instanceof errors.JWTExpired) return new TokenError('invalid', 'The token has expired.');
  if (error instanceof errors.JWTClaimValidationFailed) {
    return new TokenError('invalid', `The token has a wrong or missing ${error.claim}.`);
  }
  return new TokenError('invalid', 'The token is not valid.');
}
