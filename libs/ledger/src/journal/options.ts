/** How the journal queues, groups and retries. */
export interface JournalOptions {
  /** The number of batches in flight: shards are divided among this many lanes, each with one connection. */
  lanes: number;
  /** The largest number of postings in one database transaction. */
  batchSize: number;
  /** The largest number of postings waiting in one lane. */
  queueLength: number;
  /** How long a posting may wait in the queue before it is refused as `overloaded`. */
  queueTimeoutMs: number;
  /** The limit of a batch from BEGIN to the answer of COMMIT. After it the connection is torn down. */
  batchTimeoutMs: number;
  /** How long to retry a batch after transient failures before rejecting its callers. */
  retryForMs: number;
}

export const defaultJournalOptions: JournalOptions = {
  lanes: 2,
  batchSize: 200,
  queueLength: 2_000,
  queueTimeoutMs: 5_000,
  batchTimeoutMs: 10_000,
  retryForMs: 10_000,
};

/** The injection token of JournalOptions. */
export const journalOptions = Symbol('JournalOptions');
