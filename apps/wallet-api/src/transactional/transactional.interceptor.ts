import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { fingerprint } from '@app/idempotency';
import { Journal, type Posting } from '@app/ledger';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { mergeMap, type Observable } from 'rxjs';
import { callerOf, keyOwnerOf } from '../access/caller.js';
import { parseJsonObject } from '../http/json-body.js';
import { pathOf } from '../http/path-of.js';
import { refusalProblem } from '../problems/refusal-problem.js';
import { type TransactionAnswer, transactionAnswer } from '../transactions/transaction-answer.dto.js';
import { idempotencyKeyOf } from './idempotency-key.js';

/** Whether a handler needs a body, or takes an empty one for an empty object. */
export const BodyOf = Reflector.createDecorator<'required' | 'optional'>();

/**
 * Turns the posting that a handler returns into a committed transaction. The handler itself touches no database: this is
 * the only place where the HTTP layer meets the journal.
 *
 * A request that gets an answer from here has it for good: a retry with the same key gets the same bytes.
 */
@Injectable()
export class TransactionalInterceptor implements NestInterceptor<Posting, TransactionAnswer> {
  constructor(
    private readonly journal: Journal,
    private readonly reflector: Reflector,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler<Posting>): Observable<TransactionAnswer> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const key = idempotencyKeyOf(request.raw);
    const mayBeEmpty = this.reflector.get(BodyOf, context.getHandler()) === 'optional';
    request.body = mayBeEmpty && isEmpty(request.body) ? {} : parseJsonObject(request.body);
    return next.handle().pipe(mergeMap((posting) => this.commit({ posting, key, request, reply })));
  }

  private async commit(call: {
    posting: Posting;
    key: string;
    request: FastifyRequest;
    reply: FastifyReply;
  }): Promise<TransactionAnswer> {
    const { posting, key, request, reply } = call;
    const outcome = await this.journal.post(posting, {
      clientId: keyOwnerOf(callerOf(request)),
      key,
      fingerprint: fingerprint({
        method: request.method,
        path: decodeURIComponent(pathOf(request)),
        body: request.body,
      }),
    });
    if (outcome.replayed) void reply.header('idempotency-replayed', 'true');
    if ('refusal' in outcome) throw refusalProblem(outcome.refusal);
    return transactionAnswer(outcome.transaction);
  }
}

function isEmpty(body: unknown): boolean {
  return body === undefined || body === null || (Buffer.isBuffer(body) && body.length === 0);
}
