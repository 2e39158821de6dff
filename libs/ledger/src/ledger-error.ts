/**
 * The ledger could not say what became of a posting, or did not begin it. Unlike a refusal, this is not stored under the
 * key: a retry with the same key runs the posting, or finds that it had run.
 */
export class LedgerUnavailableError extends Error {
  constructor(
    /**
     * `overloaded`: the queue is full, or the posting waited too long in it; nothing was begun.
     * `database-unavailable`: PostgreSQL could not be reached or would not work; nothing was committed.
     * `outcome-unknown`: the connection was lost around COMMIT, and nobody answered since.
     */
    readonly code: 'overloaded' | 'database-unavailable' | 'outcome-unknown',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'LedgerUnavailableError';
  }
}
