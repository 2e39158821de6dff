import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource, QueryRunner } from 'typeorm';
import { LedgerUnavailableError } from '../ledger-error.js';
import { type BatchTools, commitBatch } from './commit-batch.js';
import { AccountVanishedError } from './known-accounts.js';
import { isOutcomeUnknown, isPassingDatabaseError, retryPauseMs } from './failure.js';
import type { JournalOptions } from './options.js';
import type { JournalRequest } from './request.js';
import { CommitWarningError, discard, runInTransaction, TransactionFailedError } from './transaction.js';

/** How long the plans of a lane's statements are used. */
const planLifetimeMs = 1_000;

/** Runs the batches of one lane, one after another, on one connection, and answers every caller. */
export class BatchRunner {
  private queryRunner: QueryRunner | undefined;
  private plannedAt = 0;

  constructor(
    private readonly dataSource: DataSource,
    private readonly tools: BatchTools,
    private readonly options: JournalOptions,
  ) {}

  /**
   * Commits a batch and resolves its callers; after a failure that will pass, the whole batch again, on a new connection.
   * That is exact even when the first COMMIT may have succeeded: the claims are part of the transaction, so that the
   * second run finds them and answers what the first one decided.
   *
   * Any other failure is the fault of a posting. The batch is halved until that posting is alone, and only its caller
   * gets the error.
   */
  async settle(batch: readonly JournalRequest[]): Promise<void> {
    const giveUpAt = performance.now() + this.options.retryForMs;
    let outcomeUnknown = false;
    for (let attempt = 1; ; attempt++) {
      const failure = await this.attempt(batch);
      if (!failure) return;
      outcomeUnknown ||= isOutcomeUnknown(failure);

      if (failure.cause instanceof CommitWarningError) {
        // It is committed here; running it again would only read that, and call it safe.
        rejectAll(batch, new LedgerUnavailableError('outcome-unknown', failure.message, { cause: failure }));
        return;
      }
      if (!isPassingDatabaseError(failure.cause) && !(failure.cause instanceof AccountVanishedError)) {
        await this.isolate(batch, failure);
        return;
      }
      const pauseMs = retryPauseMs(attempt);
      if (performance.now() + pauseMs > giveUpAt) {
        const code = outcomeUnknown ? 'outcome-unknown' : 'database-unavailable';
        rejectAll(batch, new LedgerUnavailableError(code, failure.message, { cause: failure }));
        return;
      }
      await sleep(pauseMs);
    }
  }

  /** Halves a batch that cannot be committed until the posting that spoils it is alone. */
  private async isolate(batch: readonly JournalRequest[], failure: Error): Promise<void> {
    if (batch.length === 1) {
      rejectAll(batch, failure);
      return;
    }
    const half = Math.ceil(batch.length / 2);
    await this.settle(batch.slice(0, half));
    await this.settle(batch.slice(half));
  }

  async close(): Promise<void> {
    await this.queryRunner?.release();
    this.queryRunner = undefined;
  }

  private async attempt(batch: readonly JournalRequest[]): Promise<TransactionFailedError | undefined> {
    if (!this.queryRunner || this.queryRunner.isReleased)
      this.queryRunner = this.dataSource.createQueryRunner();
    const queryRunner = this.queryRunner;
    try {
      const outcomes = await runInTransaction(queryRunner, this.options.batchTimeoutMs, async () => {
        await this.renewPlans(queryRunner);
        return commitBatch(queryRunner, batch, this.tools);
      });
      this.tools.accounts.batchEnded({ committed: true });
      for (const [request, outcome] of outcomes) request.resolve(outcome);
      return undefined;
    } catch (error) {
      this.queryRunner = undefined;
      this.tools.accounts.batchEnded({ committed: false });
      await discard(queryRunner);
      return error instanceof TransactionFailedError ? error : new TransactionFailedError(error, true);
    }
  }

  /**
   * A prepared plan fits the tables as they were when it was made. In a young ledger they grow a hundredfold before
   * PostgreSQL looks again by itself; a plan of the first second, also one inside a trigger, then reads a whole shard
   * to find one account. Making the handful of plans anew costs about a millisecond.
   */
  private async renewPlans(queryRunner: QueryRunner): Promise<void> {
    if (performance.now() - this.plannedAt < planLifetimeMs) return;
    await queryRunner.query('DISCARD PLANS');
    this.plannedAt = performance.now();
  }
}

function rejectAll(batch: readonly JournalRequest[], error: Error): void {
  for (const request of batch) request.reject(error);
}
