/** The server, the database or the role has no connection left (PostgreSQL documentation, 19.3.1 Connection Settings). */
export const tooManyConnections = '53300';

interface ErrorShape {
  name?: unknown;
  message?: unknown;
  code?: unknown;
  cause?: unknown;
  driverError?: unknown;
}

/** The error and what it wraps, outermost first: TypeORM keeps the driver's error as `driverError`. */
export function causes(error: unknown): ErrorShape[] {
  const found: ErrorShape[] = [];
  for (let at = error; typeof at === 'object' && at !== null;) {
    const shape: ErrorShape = at;
    found.push(shape);
    at = shape.driverError ?? shape.cause;
  }
  return found;
}

/** The SQLSTATE of the error; `undefined` if it did not come from the server. */
export function sqlState(error: unknown): string | undefined {
  return serverError(error)?.code;
}

/**
 * Whether the server reports that the statement failed and nothing else. `false` for FATAL and PANIC, and from a server that translates
 * its messages: the driver only has the translated word (PostgreSQL documentation, 54.8 Error and Notice Message Fields).
 */
export function isPlainError(error: unknown): boolean {
  return serverError(error)?.severity === 'ERROR';
}

function serverError(error: unknown): { code: string; severity: unknown } | undefined {
  for (const cause of causes(error)) {
    if ('severity' in cause && typeof cause.code === 'string') {
      return { code: cause.code, severity: cause.severity };
    }
  }
  return undefined;
}

export function hasSqlState(error: unknown, state: string): boolean {
  return sqlState(error) === state;
}
