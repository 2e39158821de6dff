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
  const { rowCount } = await holder.query(
    `SELECT FROM accounts WHERE owner_kind = 'user' AND owner_id = $1 AND asset_code = $2 FOR UPDATE`,
    [userId, asset],
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
