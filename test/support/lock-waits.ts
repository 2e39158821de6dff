import type { Client } from 'pg';
import { isCitus } from './server/test-server.js';

/** How many sessions whose names match wait for a lock, on every node. */
export async function countWaiting(owner: Client, namePattern: string): Promise<number> {
  const waiting = `SELECT count(*)::int AS waiting FROM pg_stat_activity
       WHERE datname = current_database() AND application_name ~ '${namePattern}' AND wait_event_type = 'Lock'`;
  const { rows } = await owner.query<{ waiting: number }>(
    isCitus()
      ? `SELECT sum(result::int)::int AS waiting FROM run_command_on_all_nodes($query$${waiting}$query$)`
      : waiting,
  );
  return rows[0]?.waiting ?? 0;
}

/** Waits until this many sessions of the service wait for a lock. */
export async function untilWaiting(owner: Client, sessions: number): Promise<void> {
  for (;;) {
    // Inside a transaction the view would not change.
    await owner.query(`SELECT pg_stat_clear_snapshot()`);
    // A statement that a node of Citus received from another node waits under the name `citus_internal`.
    if ((await countWaiting(owner, '^(wallet-api$|citus_internal)')) >= sessions) return;
  }
}
