import { fingerprint } from '@app/idempotency';
import { Journal, type Outcome, type Posting } from '@app/ledger';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { callerOf, keyOwnerOf } from '../access/caller.js';
import { pathOf } from '../http/path-of.js';
import { refusalProblem } from '../problems/refusal-problem.js';
import { type TransactionAnswer, transactionAnswer } from '../transactions/transaction-answer.dto.js';
import { requestKeyOf } from './read-key.js';

/**
 * Turns the posting that a handler describes into a committed transaction. The handler itself touches no database: this is
 * the only place where the HTTP layer meets the journal.
 *
 * A request that gets an answer from here has it for good: a retry with the same key gets the same bytes.
 */
@Injectable()
export class TransactionalInterceptor {
  constructor(private readonly journal: Journal) {}

  async intercept(
    posting: Posting,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<TransactionAnswer> {
    const outcome = await this.journal.post(posting, {
      clientId: keyOwnerOf(callerOf(request)),
      key: requestKeyOf(request),
      fingerprint: fingerprint({
        method: request.method,
        path: decodeURIComponent(pathOf(request)),
        body: request.body,
      }),
    });
    return answerTo(outcome, reply);
  }
}

function answerTo(outcome: Outcome, reply: FastifyReply): TransactionAnswer {
  if (outcome.replayed) void reply.header('idempotency-replayed', 'true');
  if ('refusal' in outcome) throw refusalProblem(outcome.refusal);
  return transactionAnswer(outcome.transaction);
}
