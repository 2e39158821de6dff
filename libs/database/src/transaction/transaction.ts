import type { QueryRunner } from 'typeorm';
import { Pipeline, type SendingClient } from './pipeline.js';

/**
 * A transaction failed. `commitSent` tells whether it may have been committed all the same; `abandonedSession` is the
 * process of PostgreSQL that was left without a word, and may still hold the locks of the transaction.
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

/** What the pg client offers beyond TypeORM, as far as it is needed here. */
interface PgClient extends SendingClient {
  processID: number | null;
  on(event: 'notice', listener: (notice: Notice) => void): unknown;
  off(event: 'notice', listener: (notice: Notice) => void): unknown;
  off(event: 'sent', listener: () => void): unknown;
  end(): Promise<void>;
}

export interface TransactionOptions {
  timeoutMs: number;
  /**
   * A statement that is sent right behind START TRANSACTION, and is harmless should that have failed. What it takes is held
   * when `work` begins.
   */
  preamble?: (() => Promise<unknown>) | undefined;
}

/**
 * Runs `work` in one transaction on this QueryRunner and commits it. Whatever goes wrong arrives as a
 * TransactionFailedError; the QueryRunner must then be discarded, with the transaction that it may have open.
 *
 * - What `work` has pushed into the pipeline is answered together with COMMIT. Where one of these statements fails PostgreSQL
 *   makes a ROLLBACK of the COMMIT behind it (PostgreSQL documentation, COMMIT), and the failure is what is told.
 * - A COMMIT that comes with a WARNING is not a success: PostgreSQL says so when the wait for a synchronous standby was
 *   cancelled, and the transaction may not survive a failover (PostgreSQL documentation, 26.2.8).
 * - A server that falls silent cannot be waited for: `statement_timeout` bounds neither COMMIT nor a dead network. After
 *   `timeoutMs` the connection is torn down, which lets the pending query fail. (The driver's own `query_timeout` would
 *   leave the connection, with its open transaction, to the next user.)
 */
export async function runInTransaction<T>(
  queryRunner: QueryRunner,
  { timeoutMs, preamble }: TransactionOptions,
  work: (pipeline: Pipeline) => Promise<T>,
): Promise<T> {
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
    await Promise.all([pipeline.answered(), commitWithoutWarning(queryRunner, client)]);
    return result;
  } catch (error) {
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
 * Closes the connection of a QueryRunner whose transaction failed. PostgreSQL rolls back what was open; the pool
 * sees that the connection is ending and opens another when one is needed.
 */
export async function discard(queryRunner: QueryRunner): Promise<void> {
  if (queryRunner.isReleased) return;
  try {
    const client = (await queryRunner.connect()) as PgClient;
    void client.end().catch(() => undefined);
  } catch {
    // It never had a connection.
  }
  await queryRunner.release();
}
