/** A connection does not meet the service's requirements. The message says what is wrong and how to fix it. */
export class UnfitConnectionError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    // `isTransientDatabaseError` recognises "connection error" as a connection problem.
    super(`connection error: ${message}`, options);
    this.name = 'UnfitConnectionError';
  }
}

/** Thrown for a connection without a dedicated session. */
export function sharedSession(): UnfitConnectionError {
  return new UnfitConnectionError(
    'a pooler in transaction mode is between the service and PostgreSQL: give DATABASE_URL the direct address of PostgreSQL, or switch the pooler to session mode (pool_mode = session)',
  );
}
