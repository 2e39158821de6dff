import { UnavailableError } from '@app/database';
import type { LaneObserver } from './observer.js';
import type { JournalOptions } from './options.js';
import type { JournalRequest } from './request.js';

/** A batch that takes its requests from the queue on first access: once its transaction has begun and its lane is locked. */
export class PendingBatch {
  private taken: readonly JournalRequest[] | undefined;

  constructor(private readonly takeBatch: () => readonly JournalRequest[]) {}

  /** Returns the same requests on every access. */
  get requests(): readonly JournalRequest[] {
    return (this.taken ??= this.takeBatch());
  }
}

/**
 * A queue with one batch in flight. Every request that arrives before the next batch has its transaction joins that batch. All of
 * them share one commit, and a single posting never waits for others to arrive.
 */
export class Lane {
  private readonly queue: JournalRequest[] = [];
  private running: Promise<void> | undefined;
  private expiry: NodeJS.Timeout | undefined;

  constructor(
    private readonly options: JournalOptions,
    /** Resolves or rejects every request of a batch; never rejects itself. */
    private readonly runBatch: (batch: PendingBatch) => Promise<void>,
    private readonly observer: LaneObserver,
  ) {}

  push(request: JournalRequest): void {
    if (this.shedIfFull()) {
      request.reject(new UnavailableError('overloaded', 'the queue of the ledger is full'));
      return;
    }
    this.queue.push(request);
    this.running ??= this.run();
    this.expireLater();
  }

  /** Resolves once every pushed request is answered. */
  async drain(): Promise<void> {
    while (this.running) await this.running;
  }

  get length(): number {
    return this.queue.length;
  }

  get isFull(): boolean {
    return this.queue.length >= this.options.queueLength;
  }

  /** Whether the queue is full. Counts a posting as shed if it is. */
  shedIfFull(): boolean {
    if (this.isFull) this.observer.shed(1);
    return this.isFull;
  }

  private async run(): Promise<void> {
    try {
      while (this.queue.length > 0) {
        await this.runBatch(new PendingBatch(() => this.take()));
      }
    } finally {
      this.running = undefined;
    }
  }

  private take(): JournalRequest[] {
    const taken = this.queue.splice(0, this.options.batchSize);
    const now = performance.now();
    for (const request of taken) {
      request.takenAt = now;
      const waitMs = now - request.queuedAt;
      if (request.times) request.times.queuedMs = waitMs;
      this.observer.taken(waitMs);
    }
    return taken;
  }

  /** The queue is in order of arrival, so one timer for its head is enough. */
  private expireLater(): void {
    const head = this.queue[0];
    if (!head || this.expiry) return;
    const inMs = head.queuedAt + this.options.queueTimeoutMs - performance.now();
    this.expiry = setTimeout(
      () => {
        this.expiry = undefined;
        this.rejectExpired();
        this.expireLater();
      },
      Math.max(0, inMs),
    );
    this.expiry.unref();
  }

  private rejectExpired(): void {
    const now = performance.now();
    const since = now - this.options.queueTimeoutMs;
    const alive = this.queue.findIndex((request) => request.queuedAt > since);
    const expired = this.queue.splice(0, alive === -1 ? this.queue.length : alive);
    if (expired.length > 0) this.observer.shed(expired.length);
    for (const request of expired) {
      if (request.times) request.times.queuedMs = now - request.queuedAt;
      request.reject(new UnavailableError('overloaded', 'the posting waited too long for its turn'));
    }
  }
}
