/** A connection is not what the service needs. The message names what is wrong and what to do about it. */
export class UnfitConnectionError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    // The words by which the ledger knows trouble with a connection from trouble with a posting.
    super(`connection error: ${message}`, options);
    this.name = 'UnfitConnectionError';
  }
}

/** The error for a connection without a dedicated session. */
export function sharedSession(): UnfitConnectionError {
  return new UnfitConnectionError(
    'a pooler in transaction mode is between the service and PostgreSQL: give DATABASE_URL the direct address of PostgreSQL, or switch the pooler to session mode (pool_mode = session)',
  );
}
