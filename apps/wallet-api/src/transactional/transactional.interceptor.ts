import { Journal, type Outcome, type Posting } from '@app/ledger';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { callerOf, keyOwnerOf } from '../access/caller.js';
import { refusalProblem } from '../problems/refusal-problem.js';
import { type TransactionAnswer, transactionAnswer } from '../transactions/transaction-answer.dto.js';
import { requestKeyOf } from './read-key.js';

/**
 * Turns the posting that a handler describes into a committed transaction. The handler itself touches no database: this is
 * the only place where the HTTP layer meets the journal.
 *
 * The outcome belongs to the key: a retry gets the same answer, rebuilt from the ledger; a refusal with a new `requestId`.
 */
@Injectable()
export class TransactionalInterceptor {
  constructor(private readonly journal: Journal) {}

  /** `described`: the posting, or the promise of one whose description needs a look at the catalogue. */
  async intercept(
    described: Posting | Promise<Posting>,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<TransactionAnswer> {
    // Most handlers need to look nothing up, and are not made to wait for it.
    const posting = described instanceof Promise ? await described : described;
    const { key, fingerprint } = requestKeyOf(request);
    const clientId = keyOwnerOf(callerOf(request));
    const outcome = await this.journal.post(posting, { clientId, key, fingerprint });
    return answerTo(outcome, reply);
  }
}

function answerTo(outcome: Outcome, reply: FastifyReply): TransactionAnswer {
  if (outcome.replayed) void reply.header('idempotency-replayed', 'true');
  if ('refusal' in outcome) throw refusalProblem(outcome.refusal);
  return transactionAnswer(outcome.transaction);
}
