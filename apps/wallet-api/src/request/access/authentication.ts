import { ClientKeys, environmentOfKey, KeyLookupsFullError, KeyLookupStalledError } from '@app/clients';
import { type WalletEnvironment, walletEnvironment } from '@app/database';
import { PlayerTokens, TokenError } from '@app/players';
import { isUserId } from '@app/users';
import { Inject, Injectable } from '@nestjs/common';
import { ProblemError } from '../problems/problem.js';
import type { Caller } from './caller.js';

/** The credentials syntax of RFC 6750, section 2.1. */
const bearer = /^Bearer +([A-Za-z0-9._~+/-]+=*)$/i;

/** Identifies the caller by the Authorization header (RFC 6750). Tokens in the query or the body are ignored. */
@Injectable()
export class Authentication {
  constructor(
    private readonly clientKeys: ClientKeys,
    private readonly playerTokens: PlayerTokens,
    @Inject(walletEnvironment) private readonly environment: WalletEnvironment,
  ) {}

  /**
   * Returns the caller, synchronously if the key is cached. Throws or rejects with `unauthenticated`, or with `overloaded`,
   * `database-unavailable` or `identity-provider-unavailable` if the credentials cannot be checked.
   */
  callerOf(authorization: string | undefined): Caller | Promise<Caller> {
    if (authorization === undefined) {
      throw new ProblemError(
        'unauthenticated',
        'This request needs an Authorization header with a bearer key or token.',
      );
    }
    const token = bearer.exec(authorization)?.[1];
    if (token === undefined)
      throw invalid('The Authorization header must be "Bearer" followed by a key or a token.');
    // Signed tokens contain dots (RFC 7515, section 7.1); API keys do not.
    if (token.includes('.')) return this.playerOf(token);
    this.refuseOtherEnvironment(token);
    const client = this.clientKeys.clientOf(token);
    return client instanceof Promise ? client.then(clientCaller, lookupFailed) : clientCaller(client);
  }

  /** The text of the key decides: whether it was ever minted is not looked up. */
  private refuseOtherEnvironment(key: string): void {
    const environment = environmentOfKey(key);
    if (environment === undefined || environment === this.environment) return;
    throw invalid(`The key belongs to the ${environment} environment; this service is ${this.environment}.`);
  }

  private async playerOf(token: string): Promise<Caller> {
    try {
      const userId = await this.playerTokens.subjectOf(token);
      if (isUserId(userId)) return { kind: 'player', userId };
    } catch (error) {
      throw error instanceof TokenError ? tokenProblem(error) : error;
    }
    throw invalid('The sub of the token is not a valid user id.');
  }
}

function clientCaller(client: Awaited<ReturnType<ClientKeys['clientOf']>>): Caller {
  if (!client) throw invalid('The key does not exist or was revoked.');
  const { id: clientId, ...granted } = client;
  return { kind: 'client', clientId, ...granted };
}

function lookupFailed(error: unknown): never {
  if (error instanceof KeyLookupsFullError)
    throw new ProblemError('overloaded', undefined, {}, { cause: error });
  if (error instanceof KeyLookupStalledError) {
    throw new ProblemError('database-unavailable', undefined, {}, { cause: error });
  }
  throw error;
}

function tokenProblem(error: TokenError): ProblemError {
  if (error.reason === 'invalid') return invalid(error.message);
  const { retryAfterSeconds } = error;
  return new ProblemError(
    'identity-provider-unavailable',
    undefined,
    {},
    { cause: error, ...(retryAfterSeconds && { headers: { 'retry-after': retryAfterSeconds } }) },
  );
}

/** Reports `invalid_token`. A request without credentials gets a challenge without an error code (RFC 6750, section 3.1). */
function invalid(detail: string): ProblemError {
  return new ProblemError(
    'unauthenticated',
    detail,
    {},
    {
      headers: { 'www-authenticate': 'Bearer realm="wallet", error="invalid_token"' },
    },
  );
}
