import type { Client } from 'pg';

/** Waits until this many sessions of the service wait for a lock. */
export async function untilWaiting(owner: Client, sessions: number): Promise<void> {
  for (;;) {
    // Inside a transaction the view would not change.
    await owner.query(`SELECT pg_stat_clear_snapshot()`);
    const { rows } = await owner.query<{ waiting: number }>(
      `SELECT count(*)::int AS waiting FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = 'wallet-api' AND wait_event_type = 'Lock'`,
    );
    if ((rows[0]?.waiting ?? 0) >= sessions) return;
  }
}
