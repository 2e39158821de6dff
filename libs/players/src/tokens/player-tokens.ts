import { errors, type JWTPayload } from 'jose';
import { TokenError } from './token-error.js';

/** Who makes the tokens, and for whom: both are checked in each token. */
export interface TokenParties {
  issuer: string;
  audience: string;
}

/** Seconds by which the clocks of two machines may differ. */
export const clockTolerance = 5;

/** Tells whose an access token is. */
export abstract class PlayerTokens {
  /** The `sub` of a token that is valid now. Rejects with TokenError. */
  abstract subjectOf(token: string): Promise<string>;

  /** A new token for a player; missing where an external provider issues them. */
  issue?(userId: string): Promise<string>;
}

/** Runs a verification by jose and turns its errors into TokenError. */
export async function subjectFrom(verification: Promise<{ payload: JWTPayload }>): Promise<string> {
  try {
    const { payload } = await verification;
    // jose checks the types of the time claims only; the others are whatever the issuer wrote.
    const subject: unknown = payload.sub;
    if (typeof subject === 'string') return subject;
  } catch (error) {
    throw toTokenError(error);
  }
  throw new TokenError('invalid', 'The token has a wrong or missing sub.');
}

/** The errors of jose that concern the key set or fetching it. Any error that is not from jose is the network's. */
const faultsOfTheProvider = new Set(['ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID', 'ERR_JOSE_GENERIC']);

function toTokenError(error: unknown): TokenError {
  if (!(error instanceof errors.JOSEError) || faultsOfTheProvider.has(error.code)) {
    return new TokenError('unavailable', 'The keys of the identity provider cannot be had.', {
      cause: error,
    });
  }
  // The signature is verified before the claims: only a caller with a token that was once valid sees these.
  if (error instanceof errors.JWTExpired) return new TokenError('invalid', 'The token has expired.');
  if (error instanceof errors.JWTClaimValidationFailed) {
    return new TokenError('invalid', `The token has a wrong or missing ${error.claim}.`);
  }
  return new TokenError('invalid', 'The token is not valid.');
}
