import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { isOutcomeUnknown, retryPauseMs } from './failure.js';
import type { TransactionFailedError } from './transaction.js';
import { UnavailableError } from './unavailable-error.js';
import { writeRefusalOf } from './write-refusal.js';
import { writeStateOf } from './write-state.js';

/** The attempts of one transaction, and how long to go on. */
export class Retries {
  private attempts = 0;
  private readonly giveUpAt: number;

  constructor(
    retryForMs: number,
    /** Whether an earlier attempt may have been committed. */
    private outcomeUnknown = false,
  ) {
    this.giveUpAt = performance.now() + retryForMs;
  }

  get isOutcomeUnknown(): boolean {
    return this.outcomeUnknown;
  }

  note(failure: TransactionFailedError): void {
    this.attempts++;
    this.outcomeUnknown ||= isOutcomeUnknown(failure);
  }

  /**
   * Resolves when the next attempt may start, or with what to tell the callers. A server that is up and refuses to write is retried
   * for a moment only, unless an earlier attempt may have been committed: the next one settles that.
   */
  async beforeNext(
    failure: TransactionFailedError,
    dataSource: DataSource,
  ): Promise<UnavailableError | undefined> {
    const refusal = writeRefusalOf(failure.cause);
    const isShort = refusal !== undefined && !this.outcomeUnknown;
    const giveUpAt = isShort ? Math.min(this.giveUpAt, writeStateOf(dataSource).retryUntil) : this.giveUpAt;
    const pauseMs = retryPauseMs(this.attempts);
    if (performance.now() + pauseMs <= giveUpAt) {
      await sleep(pauseMs);
      return undefined;
    }
    const code = this.outcomeUnknown ? 'outcome-unknown' : (refusal ?? 'database-unavailable');
    return new UnavailableError(code, failure.message, { cause: failure });
  }
}
