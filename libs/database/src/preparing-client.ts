import { hash } from 'node:crypto';
import { arrayEncoder } from './binary-arrays.js';
import { SessionClient, type SessionClientConfig } from './session/session-client.js';

interface PreparedStatement {
  name: string;
  text: string;
  encode: (values: readonly unknown[]) => unknown[];
}

/** What is known of each statement, by its text. The service has a few dozen texts, all of them constant. */
const statements = new Map<string, PreparedStatement>();

function prepared(text: string): PreparedStatement {
  let statement = statements.get(text);
  if (statement === undefined) {
    const name = hash('sha256', text, 'base64url').slice(0, 32);
    statement = { name, text, encode: arrayEncoder(text) };
    statements.set(text, statement);
  }
  return statement;
}

/**
 * A connection that prepares every statement with parameters once, so that PostgreSQL parses and plans it once and not for
 * every batch (PostgreSQL documentation, PREPARE, "Notes"). TypeORM itself has no way to say so.
 *
 * With `pipeline` it emits `sent` whenever a statement has left.
 */
export class PreparingClient extends SessionClient {
  private isAnswered = true;

  constructor(config?: SessionClientConfig) {
    super(config);
    // Between the pool that hands a connection over and TypeORM that takes it nobody listens; a connection that is
    // ended in that moment would end the process. Whoever uses it finds out by the next query.
    this.on('error', () => undefined);
    this.on('drain', () => {
      this.isAnswered = true;
    });
  }

  // The overloads of the base class cannot be repeated; what is passed on is passed on as it came.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  override query(...args: any[]): any {
    const [text, values, ...rest] = args as [unknown, unknown, ...unknown[]];
    const query = super.query.bind(this) as (...args: unknown[]) => unknown;
    const isPrepared = typeof text === 'string' && Array.isArray(values) && values.length > 0;
    const statement = isPrepared ? [withValues(prepared(text), values), ...rest] : (args as unknown[]);
    this.isAnswered = false;
    this.sendTogether();
    const result = query(...statement);
    this.emit('sent');
    return result;
  }

  /** What is sent within one turn of the event loop leaves as one packet: it is the packets that cost time, on both sides. */
  private sendTogether(): void {
    const { stream } = this.connection;
    if (stream.writableCorked > 0) return;
    stream.cork();
    process.nextTick(() => {
      stream.uncork();
    });
  }

  /**
   * Breaks off what is still unanswered, as the driver does by itself without `pipeline`: with it, it would wait for the
   * answers, and whoever ends a connection here does so because none came.
   */
  override end(): Promise<void>;
  override end(callback: (error: Error) => void): void;
  override end(callback?: (error: Error) => void): unknown {
    if (!this.isAnswered) this.connection.stream.destroy();
    return (super.end as (callback?: unknown) => unknown).call(this, callback);
  }
}

function withValues({ name, text, encode }: PreparedStatement, values: readonly unknown[]) {
  return { name, text, values: encode(values) };
}
