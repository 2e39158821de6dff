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

  /** A new token for a player; missing where somebody else makes them. */
  issue?(userId: string): Promise<string>;
}

/** Runs the verification of jose, and turns what it finds into a TokenError. */
export async function subjectFrom(verification: Promise<{ payload: JWTPayload }>): Promise<string> {
  try {
    const { payload } = await verification;
    // Types of claims are the word of whoever made the token; jose looks at those of times only.
    const subject: unknown = payload.sub;
    if (typeof subject === 'string') return subject;
  } catch (error) {
    throw toTokenError(error);
  }
  throw new TokenError('invalid', 'The token has a wrong or missing sub.');
}

/** Faults of the key set and of the way to it, by the codes of jose; anything that is not of jose is the network's. */
const faultsOfTheProvider = new Set(['ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID', 'ERR_JOSE_GENERIC']);

function toTokenError(error: unknown): TokenError {
  if (!(error instanceof errors.JOSEError) || faultsOfTheProvider.has(error.code)) {
    return new TokenError('unavailable', 'The keys of the identity provider cannot be had.', {
      cause: error,
    });
  }
  // The signature is looked at before the claims: only who holds a token of ours, or once did, reads these.
  if (error instanceof errors.JWTExpired) return new TokenError('invalid', 'The token has expired.');
  if (error instanceof errors.JWTClaimValidationFailed) {
    return new TokenError('invalid', `The token has a wrong or missing ${error.claim}.`);
  }
  return new TokenError('invalid', 'The token is not valid.');
}
