import type { EntityManager } from 'typeorm';

/** How many transactions were made in each of the last seconds, the oldest first. */
export interface Pace {
  perSecond: number[];
}

const paceSeconds = 60;

/**
 * The ids of transactions begin with the time at which they were made (UUID version 7), so that the primary key holds the last
 * minute of each shard at its end: nothing older is read. Whole seconds only; the one that is running is left out.
 */
export async function readPace(
  manager: EntityManager,
  { shards, now }: { shards: readonly number[]; now: Date },
): Promise<Pace> {
  const end = Math.floor(now.getTime() / 1_000);
  const start = end - paceSeconds;
  const rows = await manager.query<{ second: string; count: string }[]>(
    `SELECT floor(extract(epoch FROM of_shard.created_at)) AS second, count(*) AS count
     FROM unnest($1::smallint[]) AS shards (number)
     CROSS JOIN LATERAL (
       SELECT t.created_at FROM transactions t WHERE t.shard = shards.number AND t.id >= $2 OFFSET 0
     ) AS of_shard
     GROUP BY 1`,
    [shards, firstIdAt(start * 1_000)],
  );
  const counts = new Map(rows.map(({ second, count }) => [Number(second), Number(count)]));
  return { perSecond: Array.from({ length: paceSeconds }, (_, index) => counts.get(start + index) ?? 0) };
}

/** The smallest id that a transaction of this millisecond could have. */
function firstIdAt(milliseconds: number): string {
  const hex = milliseconds.toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}
