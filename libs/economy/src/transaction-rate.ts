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
  { shards, now }: { shards: readonly number[]; now: Date },
): Promise<TransactionRate> {
  const end = Math.floor(now.getTime() / 1_000);
  const start = end - windowSeconds;
  const rows = await manager.query<{ second: string; count: string }[]>(
    `WITH starts AS MATERIALIZED (
       SELECT number AS shard, first_place_since(number, $2) AS place FROM unnest($1::smallint[]) AS shards (number)
     )
     SELECT floor(extract(epoch FROM of_shard.created_at)) AS second, count(*) AS count
     FROM starts CROSS JOIN LATERAL (
       SELECT t.created_at FROM transactions t WHERE t.shard = starts.shard AND t.place >= starts.place OFFSET 0
     ) AS of_shard
     GROUP BY 1`,
    [shards, new Date(start * 1_000).toISOString()],
  );
  const counts = new Map(rows.map(({ second, count }) => [Number(second), Number(count)]));
  return { perSecond: Array.from({ length: windowSeconds }, (_, index) => counts.get(start + index) ?? 0) };
}
