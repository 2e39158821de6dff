import type { WriteRefusal } from './write-refusal.js';

/**
 * The outcome of a transaction is unknown, or it never started. Unlike a refusal this is never stored: a retry with the same
 * idempotency key runs the work, or finds that it ran.
 */
export class UnavailableError extends Error {
  constructor(
    /**
     * `overloaded`: a queue is full, or the work waited in it for too long; nothing was started.
     * `database-unavailable`: PostgreSQL was unreachable or could not work; nothing was committed.
     * `database-read-only`, `database-disk-full`, `database-starting-up`: PostgreSQL was reached and refused; nothing was committed.
     * `outcome-unknown`: the connection was lost around COMMIT, and no later attempt could determine the outcome.
     */
    readonly code: 'overloaded' | 'database-unavailable' | WriteRefusal | 'outcome-unknown',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'UnavailableError';
  }
}
