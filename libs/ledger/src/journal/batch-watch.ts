import { type Span, SpanStatusCode } from '@opentelemetry/api';
import type { LaneObserver } from './observer.js';
import type { JournalRequest } from './request.js';
import { startBatchSpan } from './trace.js';

/** Follows one batch for the observer of its lane, for the times of its postings, and for the trace. */
export class BatchWatch {
  private span: Span | undefined;
  private hasBegun = false;
  private commitSentAt = 0;

  constructor(
    private readonly lane: number,
    private readonly observer: LaneObserver,
  ) {}

  /** The batch has its postings. Only the first call counts. */
  began(batch: readonly JournalRequest[]): void {
    if (this.hasBegun) return;
    this.hasBegun = true;
    this.span = startBatchSpan(this.lane, batch);
  }

  readonly commitSent = (): void => {
    this.commitSentAt = performance.now();
  };

  /** Call before the callers are answered. */
  committed(batch: readonly JournalRequest[]): void {
    const [first] = batch;
    // Every posting may have expired before the transaction began.
    if (!first) return;
    const commitMs = performance.now() - this.commitSentAt;
    countAttempt(batch);
    setTimes(batch, commitMs);
    this.observer.committed({
      postings: batch.length,
      batchMs: performance.now() - first.takenAt,
      commitMs,
    });
  }

  failed(batch: readonly JournalRequest[], error: Error): void {
    this.began(batch);
    countAttempt(batch);
    this.span?.recordException({ name: error.name, message: 'the attempt failed' });
  }

  retried(): void {
    this.observer.retried();
  }

  isolated(): void {
    this.observer.isolated();
  }

  /** The callers are answered with an error. Call before. */
  rejected(batch: readonly JournalRequest[], { outcomeUnknown }: { outcomeUnknown: boolean }): void {
    setTimes(batch);
    if (outcomeUnknown) this.observer.outcomeUnknown(batch.length);
    this.span?.setStatus({ code: SpanStatusCode.ERROR });
  }

  end(): void {
    this.span?.end();
  }
}

function countAttempt(batch: readonly JournalRequest[]): void {
  for (const { times } of batch) if (times) times.attempts++;
}

function setTimes(batch: readonly JournalRequest[], commitMs?: number): void {
  const now = performance.now();
  for (const { times, takenAt } of batch) {
    if (times) Object.assign(times, { batchMs: now - takenAt, commitMs, batchSize: batch.length });
  }
}
