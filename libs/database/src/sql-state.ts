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
  for (const cause of causes(error)) {
    if ('severity' in cause && typeof cause.code === 'string') return cause.code;
  }
  return undefined;
}

export function hasSqlState(error: unknown, state: string): boolean {
  return sqlState(error) === state;
}
