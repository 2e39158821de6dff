import type { Queryable } from './read-transactions.js';

/** The last entry of an account up to an instant; version 0 and balance 0 if there is none. */
export interface LastEntry {
  version: number;
  balance: number;
  recordedAt: Date | null;
}

interface Row {
  ordinal: string;
  version: string;
  balance: string;
  recordedAt: Date | null;
}

const operators = { 'at or before': '<=', before: '<' } as const;

/**
 * Finds the last entry of a user's account at or before, or before, each of these instants, all in one snapshot.
 *
 * It bisects the versions, which have no gaps, while times never decrease along them. Among a million entries, some twenty
 * primary key look-ups find one; an index on time would cost every write.
 */
export async function readLastEntries<const Instants extends readonly Date[]>(
  database: Queryable,
  shard: number,
  search: { userId: string; asset: string; side: keyof typeof operators; instants: Instants },
): Promise<{ [Index in keyof Instants]: LastEntry }> {
  const { userId, asset, side, instants } = search;
  const isInTime = `e.created_at ${operators[side]} instant`;
  const rows = await database.query<Row[]>(
    `WITH RECURSIVE bisection (ordinal, instant, account_id, low, high) AS (
       SELECT instants.ordinal, instants.instant, a.id, 0::bigint, a.version
       FROM accounts a
       CROSS JOIN unnest($4::timestamptz[]) WITH ORDINALITY AS instants (instant, ordinal)
       WHERE a.shard = $1 AND a.owner_kind = 'user' AND a.owner_id = $2 AND a.asset_code = $3
       UNION ALL
       SELECT ordinal, instant, bisection.account_id,
              CASE WHEN ${isInTime} THEN e.version ELSE low END,
              CASE WHEN ${isInTime} THEN high ELSE e.version - 1 END
       FROM bisection
       JOIN entries e ON e.shard = $1 AND e.account_id = bisection.account_id AND e.version = (low + high + 1) / 2
       WHERE low < high
     )
     SELECT bisection.ordinal, e.version, e.balance_after AS balance, e.created_at AS "recordedAt"
     FROM bisection
     JOIN entries e ON e.shard = $1 AND e.account_id = bisection.account_id AND e.version = low
     WHERE low = high`,
    [shard, userId, asset, instants.map((instant) => instant.toISOString())],
  );
  const found = new Map(rows.map((row) => [Number(row.ordinal), row]));
  const entries = instants.map((_instant, index): LastEntry => {
    const row = found.get(index + 1);
    if (!row) return { version: 0, balance: 0, recordedAt: null };
    return { version: Number(row.version), balance: Number(row.balance), recordedAt: row.recordedAt };
  });
  return entries as { [Index in keyof Instants]: LastEntry };
}
