import { causes, isPlainError, sqlState } from '../sql-state.js';
import type { TransactionFailedError } from './transaction.js';

/**
 * SQLSTATE classes after which the same batch can succeed on another connection, or a moment later (PostgreSQL documentation,
 * Appendix A): connection exceptions, authorization or catalogue not up yet, transaction rollback (serialization failure and
 * deadlock), insufficient resources, operator intervention, system errors.
 */
const transientClasses = new Set(['08', '28', '3D', '40', '53', '57', '58']);
/** Single codes of other classes: lock_not_available, read_only_sql_transaction, and the two idle timeouts. */
const transientCodes = new Set(['55P03', '25006', '25P03', '25P04']);

/**
 * Whether the cause is the connection, the load or the state of the server, so the same work can succeed later. Any other error
 * is in the work itself and would occur again.
 */
export function isTransientDatabaseError(error: unknown): boolean {
  const state = sqlState(error);
  if (state !== undefined) return transientClasses.has(state.slice(0, 2)) || transientCodes.has(state);
  return isConnectionError(error);
}

/** Connection exceptions, and the server shutting down: before or after the commit. */
const openClasses = new Set(['08', '57']);
/** Insufficient resources, system errors and internal errors: what PostgreSQL reports when it goes down inside COMMIT. */
const panicClasses = new Set(['53', '58', 'XX']);

/**
 * Whether the batch may have been committed despite the failure: COMMIT was sent, and the error does not prove that PostgreSQL
 * refused it. A PANIC proves nothing: if the WAL was written and could not be synced, recovery may replay the commit.
 */
export function isOutcomeUnknown({ commitSent, cause }: TransactionFailedError): boolean {
  if (!commitSent) return false;
  const sqlClass = sqlState(cause)?.slice(0, 2);
  if (sqlClass === undefined || openClasses.has(sqlClass)) return true;
  return panicClasses.has(sqlClass) && !isPlainError(cause);
}

/** The pause after this many failed attempts: exponential up to half a second, with jitter. */
export function retryPauseMs(attempt: number): number {
  return Math.min(500, 5 * 2 ** attempt) * (0.5 + Math.random());
}

/** The driver has neither a class nor a code for most ways in which a connection ends, only these messages. */
const connectionMessages =
  /connection terminated|connection error|not queryable|timeout exceeded when trying to connect|timeout expired|client was closed|after calling end/i;

function isConnectionError(error: unknown): boolean {
  return causes(error).some(
    (cause) =>
      // A QueryRunner releases itself when its connection ends between two queries.
      /AlreadyReleasedError$/.test(String(cause.name)) ||
      'syscall' in cause ||
      connectionMessages.test(String(cause.message)),
  );
}
