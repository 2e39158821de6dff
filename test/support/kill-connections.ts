import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';

/** Ends every session of the service, and tells how many there were. */
export async function killConnections(owner: Client): Promise<number> {
  const { rowCount } = await owner.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND application_name = 'wallet-api'`,
  );
  return rowCount ?? 0;
}

/** Kills them again and again, with a random pause in between. What it gives back ends that, and tells how many it were. */
export function keepKillingConnections(
  owner: Client,
  { longestPauseMs }: { longestPauseMs: number },
): () => Promise<number> {
  let stopped = false;
  const killing = (async () => {
    let kills = 0;
    while (!stopped) {
      kills += await killConnections(owner);
      await sleep(Math.random() * longestPauseMs);
    }
    return kills;
  })();
  return () => {
    stopped = true;
    return killing;
  };
}
