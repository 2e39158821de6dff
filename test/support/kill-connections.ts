import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { isCitus } from './server/test-server.js';

/** Ends the sessions of the service, on every node, that the condition selects in `pg_stat_activity`. Returns their number. */
export async function killConnections(owner: Client, condition = 'true'): Promise<number> {
  const kill = `SELECT count(pg_terminate_backend(pid))::int AS kills FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = 'wallet-api' AND ${condition}`;
  const { rows } = await owner.query<{ kills: number }>(
    isCitus()
      ? `SELECT sum(result::int)::int AS kills FROM run_command_on_all_nodes($query$${kill}$query$)`
      : kill,
  );
  return rows[0]?.kills ?? 0;
}

export interface KillingPace {
  /** A table to which every commit only adds rows. */
  table: string;
  /** The maximum number of commits between two kills; the actual number is random. */
  maxCommits: number;
}

/**
 * Keeps killing them, paced by commits instead of time: if opening a connection took longer than a pause, nothing would ever
 * commit. Every other kill is repeated as soon as the service reconnects, to hit connections while they open. Returns a function
 * that stops this and returns the number of killed sessions.
 */
export function keepKillingConnections(owner: Client, pace: KillingPace): () => Promise<number> {
  let stopped = false;
  const killing = (async () => {
    let kills = 0;
    let next = 1;
    while (!stopped) {
      const commits = await countCommits(owner, pace.table);
      if (commits < next) {
        await sleep(1);
        continue;
      }
      kills += await killConnections(owner);
      if (Math.random() < 0.5) kills += await killAgain(owner, () => stopped);
      next = commits + 1 + Math.floor(Math.random() * pace.maxCommits);
    }
    return kills;
  })();
  return () => {
    stopped = true;
    return killing;
  };
}

async function killAgain(owner: Client, isStopped: () => boolean): Promise<number> {
  while (!isStopped()) {
    const kills = await killConnections(owner);
    if (kills > 0) return kills;
    await sleep(1);
  }
  return 0;
}

async function countCommits(owner: Client, table: string): Promise<number> {
  const { rows } = await owner.query<{ commits: number }>(
    `SELECT count(DISTINCT xmin::text)::int AS commits FROM ${table}`,
  );
  return rows[0]?.commits ?? 0;
}
