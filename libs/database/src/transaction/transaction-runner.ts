import type { DataSource, QueryRunner } from 'typeorm';
import { isTransientDatabaseError } from './failure.js';
import { renewPlans } from './renew-plans.js';
import { Retries } from './retries.js';
import { CommitWarningError, discard, runInTransaction, TransactionFailedError } from './transaction.js';
import { UnavailableError } from './unavailable-error.js';

export interface TransactionRunnerOptions {
  /** The limit of one attempt, from BEGIN to the answer of COMMIT. After it the connection is torn down. */
  timeoutMs: number;
  /** How long to retry after transient failures. */
  retryForMs: number;
}

/**
 * Runs transactions outside the journal. Work that locks accounts but moves no credits, such as a freeze, follows the journal's
 * lock order (salts of new users, missing accounts, accounts, heads, each sorted) and takes no idempotency key, so the two never
 * deadlock.
 */
export class TransactionRunner {
  constructor(
    private readonly dataSourceOf: (shard: number) => DataSource,
    private readonly options: TransactionRunnerOptions,
  ) {}

  /**
   * Runs `work`, which stays within this shard, in one transaction and commits it. After a transient failure (a deadlock, a lock timeout, a lost connection) it
   * runs again on a new connection. If only the answer of COMMIT was lost, the next run finds what the previous one committed:
   * `work` must then return the same result.
   *
   * Rejects with UnavailableError if it does not succeed in time, and with any other error of `work`, after a rollback.
   */
  async run<T>(shard: number, work: (queryRunner: QueryRunner) => Promise<T>): Promise<T> {
    const retries = new Retries(this.options.retryForMs);
    for (;;) {
      const dataSource = this.dataSourceOf(shard);
      const result = await this.attempt(dataSource, work);
      if (!(result instanceof TransactionFailedError)) return result;
      retries.note(result);
      if (result.cause instanceof CommitWarningError) {
        throw new UnavailableError('outcome-unknown', result.message, { cause: result });
      }
      if (!isTransientDatabaseError(result.cause)) throw result.cause;
      const unavailable = await retries.beforeNext(result, dataSource);
      if (unavailable) throw unavailable;
    }
  }

  private async attempt<T>(
    dataSource: DataSource,
    work: (queryRunner: QueryRunner) => Promise<T>,
  ): Promise<T | TransactionFailedError> {
    const queryRunner = dataSource.createQueryRunner();
    try {
      const { timeoutMs } = this.options;
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
