import { Client } from 'pg';
import { untilWaiting } from './lock-waits.js';
import type { TestDatabase } from './test-database.js';

/** The account of a user, locked by another session until the test releases it. */
export interface HeldAccount {
  /** Resolves once this many batches wait for the lock. */
  untilAwaited(batches: number): Promise<void>;
  /** Releases the lock. */
  release(): Promise<void>;
}

export async function holdAccount(
  database: Pick<TestDatabase, 'url'>,
  { userId, asset }: { userId: string; asset: string },
): Promise<HeldAccount> {
  const holder = new Client({ connectionString: database.url });
  const observer = new Client({ connectionString: database.url });
  await holder.connect();
  await observer.connect();
  await holder.query('BEGIN');
  // A distributed engine locks rows only where the statement names their shard.
  const found = await observer.query<{ shard: number }>(`SELECT wallet_shard($1) AS shard`, [userId]);
  const { rowCount } = await holder.query(
    `SELECT FROM accounts WHERE shard = $1 AND owner_kind = 'user' AND owner_id = $2 AND asset_code = $3 FOR UPDATE`,
    [found.rows[0]?.shard, userId, asset],
  );
  if (rowCount !== 1) throw new Error(`${userId} has no account in ${asset}`);
  return {
    untilAwaited: (batches) => untilWaiting(observer, batches),
    release: async () => {
      await holder.query('COMMIT');
      await holder.end();
      await observer.end();
    },
  };
}
