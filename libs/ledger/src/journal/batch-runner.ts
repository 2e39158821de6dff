import {
  CommitWarningError,
  discard,
  isTransientDatabaseError,
  renewPlans,
  Retries,
  runInTransaction,
  terminateBackend,
  TransactionFailedError,
  UnavailableError,
} from '@app/database';
import type { PlacementGroup } from '@app/accounts';
import type { DataSource, QueryRunner } from 'typeorm';
import { LocksMissingError } from '../decide/book-due.js';
import type { BatchTools } from './batch-transaction.js';
import { BatchWatch } from './batch-watch.js';
import { commitBatch } from './commit-batch.js';
import { DueSides } from './due-sides.js';
import { AccountVanishedError } from './known-accounts.js';
import { PendingBatch } from './lane.js';
import { type LaneNumber, lockLane } from './lock-lane.js';
import type { LaneObserver } from './observer.js';
import type { JournalOptions } from './options.js';
import type { JournalRequest } from './request.js';

/** Runs the batches of one lane, one after another, on one connection, and resolves their callers. */
export class BatchRunner {
  private queryRunner: QueryRunner | undefined;
  private readonly dueSides = new DueSides();

  constructor(
    private readonly group: PlacementGroup,
    private readonly lane: LaneNumber,
    private readonly tools: BatchTools & { observer: LaneObserver },
    private readonly options: JournalOptions,
  ) {}

  /**
   * Commits a batch and resolves its callers. Its requests are taken once its transaction has begun and the lane is locked, so
   * requests that arrive while another instance holds the lane join it.
   *
   * After a transient failure the whole batch runs again on a new connection. That is safe even if the first COMMIT succeeded:
   * the claims are part of the transaction, so the second run finds them and returns the first run's outcomes.
   *
   * Any other failure is caused by a posting. The batch is bisected until that posting is alone, and only its caller gets the
   * error.
   */
  async runBatch(pending: PendingBatch, outcomeWasUnknown = false): Promise<void> {
    const watch = new BatchWatch(this.lane.index, this.tools.observer);
    try {
      await this.runWatched(pending, outcomeWasUnknown, watch);
    } finally {
      watch.end();
    }
  }

  private async runWatched(
    pending: PendingBatch,
    outcomeWasUnknown: boolean,
    watch: BatchWatch,
  ): Promise<void> {
    const retries = new Retries(this.options.retryForMs, outcomeWasUnknown);
    for (;;) {
      const failure = await this.attempt(pending, watch);
      if (!failure) return;
      const batch = pending.requests;
      watch.failed(batch, failure);
      retries.note(failure);

      if (failure.cause instanceof CommitWarningError) {
        // Committed on this server. Running it again would find it committed and report it as safe.
        watch.rejected(batch, { outcomeUnknown: true });
        rejectAll(batch, new UnavailableError('outcome-unknown', failure.message, { cause: failure }));
        return;
      }
      if (failure.cause instanceof LocksMissingError) {
        this.dueSides.add(batch, failure.cause);
      } else if (
        !isTransientDatabaseError(failure.cause) &&
        !(failure.cause instanceof AccountVanishedError)
      ) {
        await this.isolate(batch, { failure, outcomeUnknown: retries.isOutcomeUnknown, watch });
        return;
      }
      const unavailable = await retries.beforeNext(failure, this.group.writer);
      if (unavailable) {
        watch.rejected(batch, { outcomeUnknown: retries.isOutcomeUnknown });
        rejectAll(batch, unavailable);
        return;
      }
      watch.retried();
    }
  }

  /** Bisects a batch that cannot be committed, until the failing posting is alone. */
  private async isolate(
    batch: readonly JournalRequest[],
    { failure, outcomeUnknown, watch }: { failure: Error; outcomeUnknown: boolean; watch: BatchWatch },
  ): Promise<void> {
    // Empty if every request expired before the transaction began.
    if (batch.length <= 1) {
      watch.rejected(batch, { outcomeUnknown: false });
      rejectAll(batch, failure);
      return;
    }
    watch.isolated();
    const half = Math.ceil(batch.length / 2);
    for (const part of [batch.slice(0, half), batch.slice(half)]) {
      await this.runBatch(new PendingBatch(() => part), outcomeUnknown);
    }
  }

  async close(): Promise<void> {
    await this.queryRunner?.release();
    this.queryRunner = undefined;
  }

  /** Keeps the connection until it fails or the shards have moved to another node. */
  private async connect(dataSource: DataSource): Promise<QueryRunner> {
    if (this.queryRunner?.dataSource !== dataSource) await this.close();
    if (!this.queryRunner || this.queryRunner.isReleased) this.queryRunner = dataSource.createQueryRunner();
    return this.queryRunner;
  }

  private async attempt(
    pending: PendingBatch,
    watch: BatchWatch,
  ): Promise<TransactionFailedError | undefined> {
    const { writer } = this.group;
    const queryRunner = await this.connect(writer);
    try {
      const dbTransaction = {
        timeoutMs: this.options.batchTimeoutMs,
        preamble: () => lockLane(queryRunner, this.lane),
        onCommit: watch.commitSent,
      };
      const outcomes = await runInTransaction(queryRunner, dbTransaction, async (pipeline) => {
        const batch = pending.requests;
        this.dueSides.applyTo(batch);
        watch.began(batch);
        await renewPlans(queryRunner, pipeline, batch.length);
        // mutant: answer
        return commitBatch({ queryRunner, pipeline }, batch, this.tools);
      });
      this.tools.accounts.batchEnded({ committed: true });
      watch.committed(pending.requests);
      for (const [request, outcome] of outcomes) request.resolve(outcome);
      return undefined;
    } catch (error) {
      this.queryRunner = undefined;
      this.tools.accounts.batchEnded({ committed: false });
      await discard(queryRunner);
      if (!(error instanceof TransactionFailedError)) return new TransactionFailedError(error, true);
      if (error.abandonedSession !== undefined) await terminateBackend(writer, error.abandonedSession);
      return error;
    }
  }
}

function rejectAll(batch: readonly JournalRequest[], error: Error): void {
  for (const request of batch) request.reject(error);
}
