import type { QueryRunner } from 'typeorm';
import { Pipeline, type SendingClient } from './pipeline.js';
import { writeStateOf } from './write-state.js';

/**
 * A failed transaction. `commitSent`: it may have been committed nevertheless. `abandonedSession`: the server process that did
 * not answer; it may still hold the transaction's locks.
 */
export class TransactionFailedError extends Error {
  constructor(
    cause: unknown,
    readonly commitSent: boolean,
    readonly abandonedSession?: number,
  ) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = 'TransactionFailedError';
  }
}

/** COMMIT succeeded here, but PostgreSQL warned that it may not survive a failover. */
export class CommitWarningError extends Error {
  constructor(warnings: readonly string[]) {
    super(`COMMIT was answered with a warning: ${warnings.join('; ')}`);
    this.name = 'CommitWarningError';
  }
}

interface Notice {
  severity?: string;
  message?: string;
}

/** The pg client's members that TypeORM's types lack. */
interface PgClient extends SendingClient {
  processID: number | null;
  on(event: 'notice', listener: (notice: Notice) => void): unknown;
  off(event: 'notice', listener: (notice: Notice) => void): unknown;
  off(event: 'sent', listener: () => void): unknown;
  end(): Promise<void>;
}

export interface TransactionOptions {
  timeoutMs: number;
  /** A statement sent right after START TRANSACTION, harmless if that failed. `work` starts once it is answered. */
  preamble?: (() => Promise<unknown>) | undefined;
  /** Called when COMMIT is about to be sent. */
  onCommit?: (() => void) | undefined;
}

/**
 * Runs `work` in one transaction on this QueryRunner and commits it. Rejects only with TransactionFailedError; the caller must
 * then discard the QueryRunner and the transaction it may have open.
 *
 * - Statements that `work` pushed into the pipeline are answered together with COMMIT. If one of them fails, PostgreSQL turns the
 *   COMMIT into a ROLLBACK (PostgreSQL documentation, COMMIT), and that failure is reported.
 * - A COMMIT with a WARNING is not a success: PostgreSQL warns if the wait for a synchronous standby was cancelled, and the
 *   transaction may not survive a failover (PostgreSQL documentation, 26.2.8).
 * - `statement_timeout` bounds neither COMMIT nor a dead network. After `timeoutMs` the connection is torn down, which fails the
 *   pending query. (The driver's `query_timeout` would leave the connection, with its open transaction, to the next user.)
 */
export async function runInTransaction<T>(
  queryRunner: QueryRunner,
  { timeoutMs, preamble, onCommit }: TransactionOptions,
  work: (pipeline: Pipeline) => Promise<T>,
): Promise<T> {
  const state = writeStateOf(queryRunner.dataSource);
  let commitSent = false;
  let abandonedSession: number | undefined;
  let timer: NodeJS.Timeout | undefined;
  try {
    const client = (await queryRunner.connect()) as PgClient;
    timer = setTimeout(() => {
      abandonedSession = client.processID ?? undefined;
      void client.end().catch(() => undefined);
    }, timeoutMs);
    const pipeline = new Pipeline(client);
    await pipeline.push(() => queryRunner.startTransaction());
    if (preamble) await pipeline.push(preamble);
    await pipeline.answered();

    const result = await work(pipeline);
    commitSent = true;
    onCommit?.();
    await Promise.all([pipeline.answered(), commitWithoutWarning(queryRunner, client)]);
    state.committed();
    return result;
  } catch (error) {
    state.failed(error);
    throw new TransactionFailedError(error, commitSent, abandonedSession);
  } finally {
    clearTimeout(timer);
  }
}

async function commitWithoutWarning(queryRunner: QueryRunner, client: PgClient): Promise<void> {
  const warnings: string[] = [];
  const listen = (notice: Notice) => {
    if (notice.severity === 'WARNING') warnings.push(notice.message ?? 'unnamed');
  };
  client.on('notice', listen);
  try {
    await queryRunner.commitTransaction();
  } finally {
    client.off('notice', listen);
  }
  if (warnings.length > 0) throw new CommitWarningError(warnings);
}

/**
 * Closes the connection of a QueryRunner whose transaction failed. PostgreSQL rolls back, and the pool notices the end and opens
 * another connection when it needs one.
 */
export async function discard(queryRunner: QueryRunner): Promise<void> {
  if (queryRunner.isReleased) return;
  try {
    const client = (await queryRunner.connect()) as PgClient;
    void client.end().catch(() => undefined);
  } catch {
    // It never got a connection.
  }
  await queryRunner.release();
}
