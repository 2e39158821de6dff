/**
 * What the journal reports to a monitoring system. It is called on the write path: methods return quickly and never throw. Times are
 * in milliseconds.
 */
export interface JournalObserver {
  /** Called once per lane, when it opens. `queueLength` returns how many postings wait in it, and may be called at any time. */
  openLane(lane: number, queueLength: () => number): LaneObserver;
}

export interface LaneObserver {
  /** A posting has left the queue to join a batch. */
  taken(waitMs: number): void;
  /** A batch is committed. */
  committed(batch: CommittedBatch): void;
  /** A batch runs again after a transient failure. */
  retried(): void;
  /** A batch that cannot be committed is split into parts. */
  isolated(): void;
  /** Postings were answered `outcome-unknown`. */
  outcomeUnknown(postings: number): void;
  /** Postings were answered `overloaded`: the queue was full, or they waited in it too long. */
  shed(postings: number): void;
}

export interface CommittedBatch {
  postings: number;
  /** From taking the postings until COMMIT was answered, including failed attempts. */
  batchMs: number;
  /** From sending COMMIT, and the writes in the same packet, until it was answered. */
  commitMs: number;
}

/** The injection token of a JournalObserver. Optional. */
export const journalObserver = Symbol('JournalObserver');

const silentLane: LaneObserver = {
  taken: () => undefined,
  committed: () => undefined,
  retried: () => undefined,
  isolated: () => undefined,
  outcomeUnknown: () => undefined,
  shed: () => undefined,
};

/** Reports nothing. */
export const silentObserver: JournalObserver = { openLane: () => silentLane };
