import type { RecordedTransaction } from '../outcome.js';
import {
  type Part,
  type ReadTransaction,
  toTransaction,
  transactionColumns,
  type TransactionRow,
} from './read-transactions.js';
import { firstCursor, type FollowCursor } from './follow-cursor.js';

/** A follower's page, oldest first. */
export interface FollowedTransactions<T extends RecordedTransaction = RecordedTransaction> {
  transactions: T[];
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
  parts: readonly Part[],
  { after, limit }: { after: FollowCursor | undefined; limit: number },
): Promise<FollowedTransactions<ReadTransaction>> {
  const cursor = new Map(after ?? firstCursor(parts.flatMap(({ shards }) => shards)));
  const found = await Promise.all(parts.map((part) => followPart(part, cursor, limit + 1)));
  const rows = found
    .flat()
    .sort(byTime)
    .slice(0, limit + 1);
  const page = rows.slice(0, limit);
  for (const { shard, place } of page) cursor.set(shard, Number(place));
  return {
    transactions: page.map(({ shard: _shard, place: _place, ...row }) => toTransaction(row)),
    hasMore: rows.length > limit,
    cursor,
  };
}

type Row = TransactionRow & { shard: number; place: string };

function followPart({ database, shards }: Part, cursor: FollowCursor, limit: number): Promise<Row[]> {
  return database.query<Row[]>(
    `SELECT t.shard, t.place, ${transactionColumns}
     FROM (
       SELECT of_shard.*
       FROM unnest($1::smallint[], $2::bigint[]) AS cursor (shard, last)
       CROSS JOIN LATERAL (
         SELECT * FROM transactions t
         WHERE t.shard = cursor.shard AND t.shard = ANY ($1) AND t.place > cursor.last ORDER BY t.place LIMIT $3
       ) AS of_shard
       ORDER BY of_shard.created_at, of_shard.shard, of_shard.place LIMIT $3
     ) AS t
     ORDER BY t.created_at, t.shard, t.place`,
    [shards, shards.map((shard) => cursor.get(shard)), limit],
  );
}

function byTime(one: Row, other: Row): number {
  return (
    one.createdAt.getTime() - other.createdAt.getTime() ||
    one.shard - other.shard ||
    Number(one.place) - Number(other.place)
  );
}
