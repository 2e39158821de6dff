import type { EntityManager } from 'typeorm';

/** Transactions in each of the last seconds, oldest first. */
export interface TransactionRate {
  perSecond: number[];
}

const windowSeconds = 60;

/**
 * Times never decrease along the places of a shard, so the last minute of each shard is at its end, and nothing older is read.
 * The current second is incomplete and left out.
 *
 * OFFSET 0 stops the planner from flattening the look-ups: as a plain join it read all 480,000 transactions in 0.9 s instead of
 * 16 in 0.07 s.
 */
export async function readTransactionRate(
  manager: EntityManager,
  { groups, now }: { groups: readonly (readonly number[])[]; now: Date },
): Promise<TransactionRate> {
  const end = Math.floor(now.getTime() / 1_000);
  const start = end - windowSeconds;
  const since = new Date(start * 1_000);
  const counts = new Map<number, number>();
  for (const shards of groups) {
    for (const [second, count] of await countsOf(manager, shards, since)) {
      counts.set(second, (counts.get(second) ?? 0) + count);
    }
  }
  return { perSecond: Array.from({ length: windowSeconds }, (_, index) => counts.get(start + index) ?? 0) };
}

async function countsOf(
  manager: EntityManager,
  shards: readonly number[],
  since: Date,
): Promise<[second: number, count: number][]> {
  // A separate statement, because the function reads `transactions`: Citus allows no query inside one on a shard.
  const starts = await manager.query<{ place: string }[]>(
    `SELECT first_place_since(number, $2) AS place
     FROM unnest($1::smallint[]) WITH ORDINALITY AS shards (number, position) ORDER BY position`,
    [shards, since.toISOString()],
  );
  const rows = await manager.query<{ second: string; count: string }[]>(
    `SELECT floor(extract(epoch FROM of_shard.created_at)) AS second, count(*) AS count
     FROM unnest($1::smallint[], $2::bigint[]) AS starts (shard, place) CROSS JOIN LATERAL (
       SELECT t.created_at FROM transactions t
       WHERE t.shard = ANY ($1) AND t.shard = starts.shard AND t.place >= starts.place OFFSET 0
     ) AS of_shard
     GROUP BY 1`,
    [shards, starts.map(({ place }) => place)],
  );
  return rows.map(({ second, count }) => [Number(second), Number(count)]);
}
