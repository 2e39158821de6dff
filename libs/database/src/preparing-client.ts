import { hash } from 'node:crypto';
import { arrayEncoder } from './binary-arrays.js';
import { SessionClient, type SessionClientConfig } from './session/session-client.js';

interface PreparedStatement {
  name: string;
  text: string;
  encode: (values: readonly unknown[]) => unknown[];
}

/** Statements by text. The service has a few dozen texts, all of them constant. */
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
 * Prepares every statement with parameters, so each connection parses and plans it once and not for every batch (PostgreSQL
 * documentation, PREPARE, "Notes"). TypeORM has no option for it.
 *
 * With `pipeline` it emits `sent` whenever a statement has left.
 */
export class PreparingClient extends SessionClient {
  private isAnswered = true;

  constructor(config?: SessionClientConfig) {
    super(config);
    // Between leaving the pool and reaching TypeORM, a connection has no error listener, and an error in that moment would end
    // the process. The caller sees it on the next query.
    this.on('error', () => undefined);
    this.on('drain', () => {
      this.isAnswered = true;
    });
  }

  // The base class's overloads cannot be repeated; arguments are passed on unchanged.
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

  /** Sends the statements of one event loop turn as one packet: packets are what costs time, on both sides. */
  private sendTogether(): void {
    const { stream } = this.connection;
    if (stream.writableCorked > 0) return;
    stream.cork();
    process.nextTick(() => {
      stream.uncork();
    });
  }

  /**
   * Drops unanswered statements, as the driver does without `pipeline`. With it, `end` would wait for answers, but callers end a
   * connection precisely because none came.
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
