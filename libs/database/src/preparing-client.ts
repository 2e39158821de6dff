import { createHash } from 'node:crypto';
import pg from 'pg';

/** The name under which each statement is prepared, by its text. The service has a few dozen texts, all of them constant. */
const names = new Map<string, string>();

function nameOf(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    name = createHash('sha256').update(text).digest('base64url').slice(0, 32);
    names.set(text, name);
  }
  return name;
}

/**
 * A connection that prepares every statement with parameters once, so that PostgreSQL parses and plans it once and not for
 * every batch (PostgreSQL documentation, PREPARE, "Notes"). TypeORM itself has no way to say so.
 */
export class PreparingClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config);
    // Between the pool that hands a connection over and TypeORM that takes it nobody listens; a connection that is
    // ended in that moment would end the process. Whoever uses it finds out by the next query.
    this.on('error', () => undefined);
  }

  // The overloads of the base class cannot be repeated; what is passed on is passed on as it came.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  override query(...args: any[]): any {
    const [text, values, ...rest] = args as [unknown, unknown, ...unknown[]];
    const query = super.query.bind(this) as (...args: unknown[]) => unknown;
    return typeof text === 'string' && Array.isArray(values) && values.length > 0
      ? query({ name: nameOf(text), text, values: values as unknown[] }, ...rest)
      : query(...(args as unknown[]));
  }
}
