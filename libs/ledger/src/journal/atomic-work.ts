import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';
import { LedgerUnavailableError } from '../ledger-error.js';
import { isOutcomeUnknown, isPassingDatabaseError, retryPauseMs } from './failure.js';
import { journalOptions, type JournalOptions } from './options.js';
import { renewPlans } from './renew-plans.js';
import { CommitWarningError, discard, runInTransaction, TransactionFailedError } from './transaction.js';

/**
 * Transactions beside the journal: what concerns accounts and moves no credits, such as a freeze. Whoever locks in one of
 * them keeps to the order of the journal (salts of new users, missing accounts, then accounts, each sorted) and takes no idempotency key, so
 * that the two never wait for each other in a circle.
 */
@Injectable()
export class AtomicWork {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(journalOptions) private readonly options: JournalOptions,
  ) {}

  /**
   * Runs `work` in a transaction of its own and commits it; after a failure that will pass (a deadlock, a lock that did not
   * come free, a lost connection) again, on a new connection. A run may find what the one before it has committed, when
   * only the answer of COMMIT was lost: work must give the same answer then.
   *
   * Rejects with LedgerUnavailableError when it does not come through in time, and with whatever else `work` throws,
   * after which nothing was done.
   */
  async run<T>(work: (queryRunner: QueryRunner) => Promise<T>): Promise<T> {
    const giveUpAt = performance.now() + this.options.retryForMs;
    let outcomeUnknown = false;
    for (let attempt = 1; ; attempt++) {
      const result = await this.attempt(work);
      if (!(result instanceof TransactionFailedError)) return result;
      const warned = result.cause instanceof CommitWarningError;
      outcomeUnknown ||= warned || isOutcomeUnknown(result);

      if (!warned && !isPassingDatabaseError(result.cause)) throw result.cause;
      const pauseMs = retryPauseMs(attempt);
      if (warned || performance.now() + pauseMs > giveUpAt) {
        const code = outcomeUnknown ? 'outcome-unknown' : 'database-unavailable';
        throw new LedgerUnavailableError(code, result.message, { cause: result });
      }
      await sleep(pauseMs);
    }
  }

  private async attempt<T>(
    work: (queryRunner: QueryRunner) => Promise<T>,
  ): Promise<T | TransactionFailedError> {
    const queryRunner = this.dataSource.createQueryRunner();
    try {
      const { batchTimeoutMs: timeoutMs } = this.options;
      const result = await runInTransaction(queryRunner, { timeoutMs }, async (pipeline) => {
        await renewPlans(queryRunner, pipeline, 1);
        return work(queryRunner);
      });
      await queryRunner.release();
      return result;
    } catch (error) {
      await discard(queryRunner);
      return error instanceof TransactionFailedError ? error : new TransactionFailedError(error, true);
    }
  }
}
