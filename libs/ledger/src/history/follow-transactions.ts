import type { RecordedTransaction } from '../outcome.js';
import {
  type Queryable,
  toTransaction,
  transactionColumns,
  type TransactionRow,
} from './read-transactions.js';
import { firstCursor, type FollowCursor } from './follow-cursor.js';

/** A follower's page, oldest first. */
export interface FollowedTransactions {
  transactions: RecordedTransaction[];
  hasMore: boolean;
  /** The position after the last of them. */
  cursor: FollowCursor;
}

/**
 * The transactions after a cursor, at most `limit`. Within a shard they come in commit order: a place is assigned under the lock
 * of the shard's head, which is held until the commit, so no transaction ever appears before one already returned. Across shards
 * there is no order; they are sorted by time.
 */
export async function followTransactions(
  database: Queryable,
  shards: readonly number[],
  { after, limit }: { after: FollowCursor | undefined; limit: number },
): Promise<FollowedTransactions> {
  const cursor = new Map(after ?? firstCursor(shards));
  const rows = await database.query<(TransactionRow & { shard: number; place: string })[]>(
    `SELECT t.shard, t.place, ${transactionColumns}
     FROM (
       SELECT of_shard.*
       FROM unnest($1::smallint[], $2::bigint[]) AS cursor (shard, last)
       CROSS JOIN LATERAL (
         SELECT * FROM transactions t
         WHERE t.shard = cursor.shard AND t.place > cursor.last ORDER BY t.place LIMIT $3
       ) AS of_shard
       ORDER BY of_shard.created_at, of_shard.shard, of_shard.place LIMIT $3
     ) AS t
     ORDER BY t.created_at, t.shard, t.place`,
    [[...cursor.keys()], [...cursor.values()], limit + 1],
  );
  const page = rows.slice(0, limit);
  for (const { shard, place } of page) cursor.set(shard, Number(place));
  return {
    transactions: page.map(({ shard: _shard, place: _place, ...row }) => toTransaction(row)),
    hasMore: rows.length > limit,
    cursor,
  };
}
