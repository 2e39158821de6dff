import { ClientKeys, KeyLookupsFullError, KeyLookupStalledError } from '@app/clients';
import { PlayerTokens, TokenError } from '@app/players';
import { isUserId } from '@app/users';
import { Injectable } from '@nestjs/common';
import { ProblemError } from '../problems/problem.js';
import type { Caller } from './caller.js';

/** A token as RFC 6750, section 2.1, has it. */
const bearer = /^Bearer +([A-Za-z0-9._~+/-]+=*)$/i;

/** Tells who sends a request by its Authorization header (RFC 6750). A token anywhere else does not count. */
@Injectable()
export class Authentication {
  constructor(
    private readonly clientKeys: ClientKeys,
    private readonly playerTokens: PlayerTokens,
  ) {}

  /** The caller; at once where the key is remembered. Throws or rejects with `unauthenticated`. */
  callerOf(authorization: string | undefined): Caller | Promise<Caller> {
    if (authorization === undefined) {
      throw new ProblemError(
        'unauthenticated',
        'This request needs an Authorization header: "Bearer", and a key or a token.',
      );
    }
    const token = bearer.exec(authorization)?.[1];
    if (token === undefined) throw invalid('The Authorization header is not "Bearer" and a key or a token.');
    // A signed token has three parts (RFC 7515, section 7.1), and no key has a dot.
    if (token.includes('.')) return this.playerOf(token);
    const client = this.clientKeys.clientOf(token);
    return client instanceof Promise ? client.then(clientCaller, lookupFailed) : clientCaller(client);
  }

  private async playerOf(token: string): Promise<Caller> {
    try {
      const userId = await this.playerTokens.subjectOf(token);
      if (isUserId(userId)) return { kind: 'player', userId };
    } catch (error) {
      throw error instanceof TokenError ? tokenProblem(error) : error;
    }
    throw invalid('The sub of the token cannot be the id of a user.');
  }
}

function clientCaller(client: Awaited<ReturnType<ClientKeys['clientOf']>>): Caller {
  if (!client) throw invalid('The key is not valid: it does not exist, or was revoked.');
  return { kind: 'client', clientId: client.id, scopes: client.scopes, daily: client.daily };
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

/** Who brings a key or a token learns that this is what is wrong; who brings none, only that one is needed (RFC 6750, section 3.1). */
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
