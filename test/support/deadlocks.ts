import type { Client } from 'pg';

/** The number of deadlocks in the database, as reported by ended sessions and this one. */
export async function countDeadlocks(owner: Client): Promise<number> {
  await owner.query(`SELECT pg_stat_force_next_flush()`);
  await owner.query(`SELECT pg_stat_clear_snapshot()`);
  const { rows } = await owner.query<{ deadlocks: string }>(
    `SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()`,
  );
  return Number(rows[0]?.deadlocks);
}
