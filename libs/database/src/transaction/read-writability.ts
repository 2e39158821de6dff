import type { DataSource, QueryRunner } from 'typeorm';
import { discard } from './transaction.js';
import { type WriteRefusal, writeRefusalOf } from './write-refusal.js';
import { type WriteState, writeStateOf } from './write-state.js';

/** `undefined` if PostgreSQL accepts writes. */
export type Writability = WriteRefusal | 'database-in-recovery' | undefined;

/** The least time between two checks that write. */
const checkEveryMs = 1_000;

const checks = new WeakMap<WriteState, { at: number; found: Promise<Writability> }>();

/**
 * Asks PostgreSQL whether it accepts writes. Only after a transaction was refused, and then once a second, a new connection is
 * asked, because a setting may apply to new ones only, and after a full disk it writes a megabyte.
 *
 * Rejects with the connection error.
 */
export async function readWritability(dataSource: DataSource): Promise<Writability> {
  const state = writeStateOf(dataSource);
  if (state.refusal === undefined) return withConnection(dataSource, (session) => askServer(session));
  const last = checks.get(state);
  if (last && performance.now() - last.at < checkEveryMs) return last.found;
  const found = check(dataSource, state);
  checks.set(state, { at: performance.now(), found });
  return found;
}

async function check(dataSource: DataSource, state: WriteState): Promise<Writability> {
  await withConnection(dataSource, discard);
  const found = await withConnection(dataSource, async (session) => {
    const told = await askServer(session);
    return told ?? (state.refusal === 'database-disk-full' ? await tryToWrite(session) : undefined);
  });
  if (found === undefined) state.committed();
  return found;
}

async function askServer(session: QueryRunner): Promise<Writability> {
  const [row] = await session.manager.query<{ inRecovery: boolean; readOnly: boolean }[]>(
    `SELECT pg_is_in_recovery() AS "inRecovery", current_setting('transaction_read_only') = 'on' AS "readOnly"`,
  );
  if (row?.inRecovery) return 'database-in-recovery';
  return row?.readOnly ? 'database-read-only' : undefined;
}

/**
 * Sorts more rows than fit into the memory of the session, so PostgreSQL writes them to a file beside the tables, and removes it.
 * Nothing else shows that there is room without leaving something: a table, even a temporary one, leaves dead rows in the
 * catalogue, and a message in the WAL stays there, in a file that was allocated before.
 */
async function tryToWrite(session: QueryRunner): Promise<Writability> {
  try {
    await session.startTransaction();
    await session.query(
      `SELECT set_config('work_mem', '64kB', true), set_config('temp_tablespaces', '', true)`,
    );
    await session.query(
      `SELECT count(*) FROM (SELECT FROM generate_series(1, 40000) AS row ORDER BY -row) AS sorted`,
    );
    await session.commitTransaction();
    return undefined;
  } catch (error) {
    await discard(session);
    const refusal = writeRefusalOf(error);
    if (refusal === undefined) throw error;
    return refusal;
  }
}

async function withConnection<T>(
  dataSource: DataSource,
  work: (session: QueryRunner) => Promise<T>,
): Promise<T> {
  const session = dataSource.createQueryRunner();
  try {
    return await work(session);
  } finally {
    await session.release();
  }
}
