import type { Client } from 'pg';

/** How many deadlocks the database has seen, as far as the sessions that have ended, and this one, have handed in. */
export async function countDeadlocks(owner: Client): Promise<number> {
  await owner.query(`SELECT pg_stat_force_next_flush()`);
  await owner.query(`SELECT pg_stat_clear_snapshot()`);
  const { rows } = await owner.query<{ deadlocks: string }>(
    `SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()`,
  );
  return Number(rows[0]?.deadlocks);
}
