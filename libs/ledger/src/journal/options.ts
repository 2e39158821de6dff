/** How the journal queues, groups and retries. */
export interface JournalOptions {
  /** How many batches may be in flight: the shards are divided among so many lanes, each with one connection. */
  lanes: number;
  /** The largest number of postings in one database transaction. */
  batchSize: number;
  /** The largest number of postings that wait in one lane. */
  queueLength: number;
  /** How long a posting may wait in the queue before it is refused as `overloaded`. */
  queueTimeoutMs: number;
  /** How long a batch may take from BEGIN to the answer of COMMIT before its connection is torn down. */
  batchTimeoutMs: number;
  /** How long a batch is run again after passing failures before its callers hear that the outcome is unknown. */
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
