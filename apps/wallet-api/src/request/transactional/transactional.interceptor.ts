import { Journal, type Outcome, type Posting } from '@app/ledger';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, type Caller, callerOf, keyOwnerOf } from '../access/caller.js';
import { refusalProblem } from '../problems/refusal-problem.js';
import { type TransactionAnswer, transactionAnswer } from './transaction-answer.dto.js';
import { postWithin } from './bounded-post.js';
import { requestKeyOf } from './read-key.js';
import { type DailyLimits, playerDailyLimits, StorageBudgets } from './storage-budget.js';

/**
 * Turns the posting that a handler describes into a committed transaction. The handler itself touches no database: this is
 * the only place where the HTTP layer meets the journal.
 *
 * The outcome belongs to the key: a retry gets the same answer, rebuilt from the ledger; a refusal with a new `requestId`. Only
 * a refusal that can still be put right leaves the key free (`isFinalRefusal`).
 */
@Injectable()
export class TransactionalInterceptor {
  constructor(
    readonly journal: Journal,
    readonly budgets: StorageBudgets,
    @Inject(playerDailyLimits) private readonly ofPlayers: DailyLimits,
  ) {}

  /** `described`: the posting, or the promise of one whose description needs a look at the catalogue. */
  async intercept(
    described: Posting | Promise<Posting>,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<TransactionAnswer> {
    // Most handlers need to look nothing up, and are not made to wait for it.
    const posting = described instanceof Promise ? await described : described;
    const caller = callerOf(request);
    const { key, fingerprint } = requestKeyOf(request);
    const postingKey = { clientId: keyOwnerOf(caller), key, fingerprint, actor: actorOf(caller) };
    const limits = caller.kind === 'player' ? this.ofPlayers : caller.daily;
    const outcome = limits
      ? await postWithin({ limits, owner: ownerOf(caller) }, { posting, key: postingKey }, this)
      : await this.journal.post(posting, postingKey);
    return answerTo(outcome, reply);
  }
}

/** The prefix keeps players apart from clients, whose ids have no `@`. */
function ownerOf(caller: Caller): string {
  return caller.kind === 'client' ? caller.clientId : `@${caller.userId}`;
}

function answerTo(outcome: Outcome, reply: FastifyReply): TransactionAnswer {
  if (outcome.replayed) void reply.header('idempotency-replayed', 'true');
  if ('refusal' in outcome) throw refusalProblem(outcome.refusal);
  return transactionAnswer(outcome.transaction);
}
