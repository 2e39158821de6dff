import type { TransactionFailedError } from './transaction.js';

/**
 * Classes of SQLSTATE after which the same batch can succeed on another connection, or a moment later
 * (PostgreSQL documentation, Appendix A): connection exceptions, an authorization or a catalogue that is not up yet,
 * transaction rollback (serialization failure and deadlock), insufficient resources, operator intervention, system errors.
 */
const transientClasses = new Set(['08', '28', '3D', '40', '53', '57', '58']);
/** Single codes of other classes: lock_not_available, read_only_sql_transaction, and the two idle timeouts. */
const transientCodes = new Set(['55P03', '25006', '25P03', '25P04']);

/**
 * Whether a database error lies in the connection, the load or the state of the server, so that the same work can succeed
 * later. Every other error lies in the work itself, and would come again.
 */
export function isTransientDatabaseError(error: unknown): boolean {
  const state = sqlState(error);
  if (state !== undefined) return transientClasses.has(state.slice(0, 2)) || transientCodes.has(state);
  return isConnectionTrouble(error);
}

/**
 * Whether the batch may have been committed although it failed: COMMIT was on its way, and what came back does not say
 * that PostgreSQL refused it. Class 57 is the server going away, which can happen on either side of the commit.
 */
export function isOutcomeUnknown(failure: TransactionFailedError): boolean {
  if (!failure.commitSent) return false;
  const state = sqlState(failure.cause);
  return state === undefined || state.startsWith('57') || state.startsWith('08');
}

/** How long to wait after so many failed attempts: longer each time, up to half a second, and never in step with others. */
export function retryPauseMs(attempt: number): number {
  return Math.min(500, 5 * 2 ** attempt) * (0.5 + Math.random());
}

/** The five characters that PostgreSQL put on the error; undefined if the error did not come from the server. */
function sqlState(error: unknown): string | undefined {
  for (const cause of causes(error)) {
    if ('severity' in cause && typeof cause.code === 'string') return cause.code;
  }
  return undefined;
}

/** The driver has no class and no code for most ways in which a connection ends; these are its words. */
const connectionWords =
  /connection terminated|connection error|not queryable|timeout exceeded when trying to connect|timeout expired|client was closed|after calling end/i;

function isConnectionTrouble(error: unknown): boolean {
  return causes(error).some(
    (cause) =>
      // A QueryRunner releases itself when its connection ends between two queries.
      /AlreadyReleasedError$/.test(String(cause.name)) ||
      'syscall' in cause ||
      connectionWords.test(String(cause.message)),
  );
}

interface ErrorShape {
  name?: unknown;
  message?: unknown;
  code?: unknown;
  cause?: unknown;
  driverError?: unknown;
}

/** The error and what it wraps, outermost first: TypeORM keeps the driver's error as `driverError`. */
function causes(error: unknown): ErrorShape[] {
  const found: ErrorShape[] = [];
  for (let at = error; typeof at === 'object' && at !== null;) {
    const shape: ErrorShape = at;
    found.push(shape);
    at = shape.driverError ?? shape.cause;
  }
  return found;
}
