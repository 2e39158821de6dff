import { Client } from 'pg';
import type { TestDatabase } from './test-database.js';

/** The account of a user, locked by somebody else for as long as a test likes. */
export interface HeldAccount {
  /** Resolves when so many batches wait for the lock. */
  untilAwaited(batches: number): Promise<void>;
  /** Lets the batches go on. */
  release(): Promise<void>;
}

export async function holdAccount(
  database: TestDatabase,
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

  const waiting = async () => {
    const { rows } = await observer.query<{ count: number }>(
      `SELECT count(*)::int FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = 'wallet-api' AND wait_event_type = 'Lock'`,
    );
    return rows[0]?.count ?? 0;
  };
  return {
    untilAwaited: async (batches) => {
      while ((await waiting()) < batches) await new Promise((resolve) => setTimeout(resolve, 5));
    },
    release: async () => {
      await holder.query('COMMIT');
      await holder.end();
      await observer.end();
    },
  };
}
