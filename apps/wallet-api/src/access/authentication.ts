import { ClientKeys } from '@app/clients';
import { Injectable } from '@nestjs/common';
import { ProblemError } from '../problems/problem.js';
import type { Caller } from './caller.js';

/** A token as RFC 6750, section 2.1, has it. */
const bearer = /^Bearer +([A-Za-z0-9._~+/-]+=*)$/i;

/** Tells who sends a request by its Authorization header (RFC 6750). A token anywhere else does not count. */
@Injectable()
export class Authentication {
  constructor(private readonly clientKeys: ClientKeys) {}

  /** The caller; at once where the token is remembered. Throws or rejects with `unauthenticated`. */
  callerOf(authorization: string | undefined): Caller | Promise<Caller> {
    if (authorization === undefined) {
      throw new ProblemError(
        'unauthenticated',
        'This request needs an Authorization header: "Bearer", and a key.',
      );
    }
    const token = bearer.exec(authorization)?.[1];
    if (token === undefined) throw invalid('The Authorization header is not "Bearer" and a key.');
    const client = this.clientKeys.clientOf(token);
    return client instanceof Promise ? client.then(clientCaller) : clientCaller(client);
  }
}

function clientCaller(client: Awaited<ReturnType<ClientKeys['clientOf']>>): Caller {
  if (!client) throw invalid('The key is not valid: it does not exist, or was revoked.');
  return { kind: 'client', clientId: client.id, scopes: client.scopes };
}

function invalid(detail: string): ProblemError {
  return new ProblemError('unauthenticated', detail);
}
