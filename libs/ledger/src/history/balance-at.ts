import type { Balance } from '@app/accounts';
import type { Queryable } from './read-transactions.js';

interface Row {
  version: string;
  balance: string;
  updatedAt: Date;
}

/**
 * Finds the last entry at or before an instant by bisection of the versions: they have no gap and their times do not go
 * back, so that some twenty look-ups of the primary key find it among a million, without an index on time that
 * every write would have to pay for.
 */
export async function readBalanceAt(
  database: Queryable,
  shard: number,
  { userId, asset, at }: { userId: string; asset: string; at: Date },
): Promise<Balance> {
  const [row] = await database.query<Row[]>(
    `WITH RECURSIVE bisection (account_id, low, high) AS (
       SELECT id, 0::bigint, version FROM accounts
       WHERE shard = $1 AND owner_kind = 'user' AND owner_id = $2 AND asset_code = $3
       UNION ALL
       SELECT bisection.account_id,
              CASE WHEN e.created_at <= $4 THEN e.version ELSE low END,
              CASE WHEN e.created_at <= $4 THEN high ELSE e.version - 1 END
       FROM bisection
       JOIN entries e ON e.shard = $1 AND e.account_id = bisection.account_id AND e.version = (low + high + 1) / 2
       WHERE low < high
     )
     SELECT e.version, e.balance_after AS balance, e.created_at AS "updatedAt"
     FROM bisection
     JOIN entries e ON e.shard = $1 AND e.account_id = bisection.account_id AND e.version = low
     WHERE low = high`,
    [shard, userId, asset, at.toISOString()],
  );
  if (!row) return { asset, balance: 0, version: 0, updatedAt: null };
  return { asset, balance: Number(row.balance), version: Number(row.version), updatedAt: row.updatedAt };
}
