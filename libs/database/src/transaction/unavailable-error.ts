/**
 * The database could not say what became of a transaction, or none was begun. Unlike a refusal this is stored nowhere: a retry
 * with the same idempotency key runs the work, or finds that it had run.
 */
export class UnavailableError extends Error {
  constructor(
    /**
     * `overloaded`: a queue is full, or the work waited too long in it; nothing was begun.
     * `database-unavailable`: PostgreSQL could not be reached or would not work; nothing was committed.
     * `outcome-unknown`: the connection was lost around COMMIT, and no later attempt could tell how it ended.
     */
    readonly code: 'overloaded' | 'database-unavailable' | 'outcome-unknown',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'UnavailableError';
  }
}
