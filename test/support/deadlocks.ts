import type { Client } from 'pg';
import { isCitus } from './server/test-server.js';

const deadlocks = `SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()`;

/** The number of deadlocks in the database, as reported by ended sessions and this one. */
export async function countDeadlocks(owner: Client): Promise<number> {
  await owner.query(`SELECT pg_stat_force_next_flush()`);
  await owner.query(`SELECT pg_stat_clear_snapshot()`);
  const { rows } = await owner.query<{ deadlocks: string }>(
    isCitus()
      ? `SELECT sum(result::bigint) AS deadlocks FROM run_command_on_all_nodes($query$${deadlocks}$query$)`
      : deadlocks,
  );
  return Number(rows[0]?.deadlocks);
}
