import type { RecordedTransaction } from '../outcome.js';
import { CursorError } from './follow-cursor.js';
import {
  type Queryable,
  toTransaction,
  transactionColumns,
  type TransactionRow,
} from './read-transactions.js';
import { conditionsOf, type TransactionFilter } from './transaction-filter.js';

/** The number of rows a page may examine. */
const rowBudget = 10_000;

/** Newest first, by time, shard and place. */
export interface TransactionPage {
  transactions: RecordedTransaction[];
  hasMore: boolean;
  /** Set if the page ended because it used up its row budget: the id of the last transaction examined, to continue at. */
  next?: string;
}

interface Cursor {
  shard: number;
  place: string;
  createdAt: Date;
}

type Row = { next: string | null } & (TransactionRow | { id: null });

/**
 * Each shard walks an index backwards from the cursor: by user, reference, type or place. Times never decrease along the places
 * of a shard, so `from`, `to` and the cursor become ranges of places. The first `limit` of all shards are among the first `limit`
 * of each.
 *
 * If a filter has no index, each shard examines its share of the row budget. The page ends at the newest of the rows where they
 * stopped: up to there, every shard has been examined.
 *
 * Throws CursorError if `startingAfter` names no transaction.
 */
export async function listTransactions(
  database: Queryable,
  shards: readonly number[],
  filter: TransactionFilter,
  allShards: readonly number[] = shards,
): Promise<TransactionPage> {
  const { limit, startingAfter } = filter;
  const cursor = startingAfter === undefined ? undefined : await find(database, allShards, startingAfter);
  const parameters: unknown[] = [
    shards,
    limit + 1,
    filter.from?.toISOString() ?? null,
    filter.to?.toISOString() ?? null,
    cursor?.createdAt.toISOString() ?? null,
    cursor?.shard ?? null,
    cursor?.place ?? null,
  ];
  const { walked, checked } = conditionsOf(filter);
  const written = ({ sql, value }: { sql: string; value: string }) => {
    parameters.push(value);
    return `AND ${sql.replace('?', `$${parameters.length}`)}`;
  };
  const examined = checked.length === 0 ? limit + 1 : Math.ceil(rowBudget / shards.length);
  const rows = await database.query<Row[]>(
    `WITH ranges AS MATERIALIZED (
       SELECT number AS shard,
              CASE WHEN $3::timestamptz IS NULL THEN 1 ELSE first_place_since(number, $3) END AS first_place,
              least(
                CASE WHEN $4::timestamptz IS NOT NULL THEN first_place_since(number, $4) END,
                CASE WHEN number = $6::smallint THEN $7::bigint
                     WHEN number < $6 THEN first_place_since(number, $5::timestamptz + interval '1 ms')
                     WHEN number > $6 THEN first_place_since(number, $5) END,
                9223372036854775807
              ) AS end_place
       FROM unnest($1::smallint[]) AS shards (number)
     ), examined AS MATERIALIZED (
       SELECT t.* FROM ranges CROSS JOIN LATERAL (
         SELECT t.shard, t.place, t.id, t.created_at, t.user_id, t.type, t.reference FROM transactions t
         WHERE t.shard = ranges.shard AND t.place >= ranges.first_place AND t.place < ranges.end_place
               ${walked.map(written).join(' ')}
         ORDER BY t.place DESC LIMIT ${examined}
       ) AS t
     ), ends AS (
       SELECT shard, min(place) AS place FROM examined GROUP BY shard HAVING count(*) = ${examined}
     ), stop AS MATERIALIZED (
       SELECT t.* FROM ends JOIN examined t ON t.shard = ends.shard AND t.place = ends.place
       ORDER BY t.created_at DESC, t.shard DESC, t.place DESC LIMIT 1
     ), page AS MATERIALIZED (
       SELECT t.shard, t.place FROM examined t LEFT JOIN stop ON true
       WHERE (stop.id IS NULL OR (t.created_at, t.shard, t.place) >= (stop.created_at, stop.shard, stop.place))
             ${checked.map(written).join(' ')}
       ORDER BY t.created_at DESC, t.shard DESC, t.place DESC LIMIT $2
     )
     SELECT stop.id AS next, found.*
     FROM (VALUES (true)) AS once LEFT JOIN stop ON true LEFT JOIN (
       SELECT t.created_at, t.shard, t.place, ${transactionColumns}
       FROM page CROSS JOIN LATERAL (
         SELECT * FROM transactions WHERE shard = page.shard AND place = page.place OFFSET 0
       ) AS t
     ) AS found ON true
     ORDER BY found.created_at DESC, found.shard DESC, found.place DESC`,
    parameters,
  );
  const found = rows.flatMap(({ next: _, ...row }) => (row.id === null ? [] : [toTransaction(row)]));
  const isFull = found.length > limit;
  const next = isFull ? null : rows[0]?.next;
  return {
    transactions: found.slice(0, limit),
    hasMore: isFull || !!next,
    ...(next && { next }),
  };
}

async function find(database: Queryable, shards: readonly number[], id: string): Promise<Cursor> {
  const [cursor] = await database.query<Cursor[]>(
    `SELECT shard, place, created_at AS "createdAt" FROM transactions WHERE shard = ANY ($1) AND id = $2`,
    [shards, id],
  );
  if (!cursor) throw new CursorError(`There is no transaction ${id} to start after.`);
  return cursor;
}
