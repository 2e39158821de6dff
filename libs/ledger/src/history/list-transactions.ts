import type { RecordedTransaction } from '../outcome.js';
import { CursorError } from './follow-cursor.js';
import {
  type Part,
  type ReadTransaction,
  toTransaction,
  transactionColumns,
  type TransactionRow,
} from './read-transactions.js';
import { conditionsOf, type TransactionFilter } from './transaction-filter.js';

/** The number of rows a page may examine. */
const rowBudget = 10_000;

/** Newest first, by time, shard and place. */
export interface TransactionPage<T extends RecordedTransaction = RecordedTransaction> {
  transactions: T[];
  hasMore: boolean;
  /** Set if the page ended because it used up its row budget: the id of the last transaction examined, to continue at. */
  next?: string;
}

/** Where a transaction stands in a list. */
interface Position {
  id: string;
  shard: number;
  place: string;
  createdAt: Date;
}

/**
 * Each shard walks an index backwards from the cursor: by user, reference, type or place. Times never decrease along the places
 * of a shard, so `from`, `to` and the cursor become ranges of places. The first `limit` of all shards are among the first `limit`
 * of each.
 *
 * If a filter has no index, each shard examines its share of the row budget. The page ends at the newest of the rows where they
 * stopped: up to there, every shard has been examined.
 *
 * Throws CursorError if `startingAfter` names no transaction in `everywhere`.
 */
export async function listTransactions(
  parts: readonly Part[],
  filter: TransactionFilter,
  everywhere: readonly Part[] = parts,
): Promise<TransactionPage<ReadTransaction>> {
  const { limit, startingAfter } = filter;
  const cursor = startingAfter === undefined ? undefined : await find(everywhere, startingAfter);
  const shardCount = parts.reduce((sum, { shards }) => sum + shards.length, 0);
  const budget = Math.ceil(rowBudget / shardCount);
  const walks = await Promise.all(
    parts.map(async (part) => walk(part, await rangesOf(part, filter, cursor), { filter, budget })),
  );
  const stop = newestFirst(walks.flatMap(({ stop: end }) => (end ? [end] : [])))[0];
  const rows = newestFirst(walks.flatMap(({ found }) => found));
  const examined = stop ? rows.filter((row) => compare(row, stop) <= 0) : rows;
  const isFull = examined.length > limit;
  return {
    transactions: examined
      .slice(0, limit)
      .map(({ shard: _shard, place: _place, ...row }) => toTransaction(row)),
    hasMore: isFull || !!stop,
    ...(!isFull && stop && { next: stop.id }),
  };
}

interface Walk {
  found: (TransactionRow & Position)[];
  /** Where the walk used up its row budget. */
  stop: Position | undefined;
}

/** One statement per placement group. `ranges` are the first and the end place of each shard. */
async function walk(
  { database, shards }: Part,
  ranges: { firsts: string[]; ends: string[] },
  { filter, budget }: { filter: TransactionFilter; budget: number },
): Promise<Walk> {
  const parameters: unknown[] = [shards, filter.limit + 1, ranges.firsts, ranges.ends];
  const { walked, checked } = conditionsOf(filter);
  const written = ({ sql, value }: { sql: string; value: string }) => {
    parameters.push(value);
    return `AND ${sql.replace('?', `$${parameters.length}`)}`;
  };
  const examined = checked.length === 0 ? filter.limit + 1 : budget;
  const rows = await database.query<WalkRow[]>(
    `WITH examined AS MATERIALIZED (
       SELECT t.* FROM unnest($1::smallint[], $3::bigint[], $4::bigint[]) AS ranges (shard, first_place, end_place)
       CROSS JOIN LATERAL (
         SELECT t.shard, t.place, t.id, t.created_at, t.user_id, t.type, t.reference FROM transactions t
         WHERE t.shard = ANY ($1) AND t.shard = ranges.shard
               AND t.place >= ranges.first_place AND t.place < ranges.end_place
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
     SELECT CASE WHEN stop.id IS NOT NULL THEN json_build_array(stop.id, stop.shard, stop.place::text) END AS stop,
            stop.created_at AS "stopCreatedAt", found.*
     FROM (VALUES (true)) AS once LEFT JOIN stop ON true LEFT JOIN (
       SELECT t.shard, t.place, ${transactionColumns}
       FROM page CROSS JOIN LATERAL (
         SELECT * FROM transactions
         WHERE shard = ANY ($1) AND shard = page.shard AND place = page.place OFFSET 0
       ) AS t
     ) AS found ON true`,
    parameters,
  );
  const [first] = rows;
  return {
    found: rows.flatMap(({ stop: _stop, stopCreatedAt: _at, ...row }) => (row.id === null ? [] : [row])),
    stop: first?.stop ? positionOf(first.stop, first.stopCreatedAt) : undefined,
  };
}

type WalkRow = { stop: [id: string, shard: number, place: string] | null; stopCreatedAt: Date } & (
  (TransactionRow & Position) | { id: null }
);

function positionOf([id, shard, place]: [string, number, string], createdAt: Date): Position {
  return { id, shard, place, createdAt };
}

/** A separate statement, because `first_place_since` reads `transactions`: Citus allows no query inside one on a shard. */
async function rangesOf(
  { database, shards }: Part,
  { from, to }: TransactionFilter,
  cursor: Position | undefined,
): Promise<{ firsts: string[]; ends: string[] }> {
  if (!from && !to && !cursor) return { firsts: shards.map(() => '1'), ends: shards.map(() => maxPlace) };
  const rows = await database.query<{ first: string; end: string }[]>(
    `SELECT CASE WHEN $2::timestamptz IS NULL THEN 1 ELSE first_place_since(number, $2) END AS first,
            least(
              CASE WHEN $3::timestamptz IS NOT NULL THEN first_place_since(number, $3) END,
              CASE WHEN number = $5::smallint THEN $6::bigint
                   WHEN number < $5 THEN first_place_since(number, $4::timestamptz + interval '1 ms')
                   WHEN number > $5 THEN first_place_since(number, $4) END,
              ${maxPlace}
            ) AS "end"
     FROM unnest($1::smallint[]) WITH ORDINALITY AS shards (number, position) ORDER BY position`,
    [
      shards,
      from?.toISOString() ?? null,
      to?.toISOString() ?? null,
      cursor?.createdAt.toISOString() ?? null,
      cursor?.shard ?? null,
      cursor?.place ?? null,
    ],
  );
  return { firsts: rows.map(({ first }) => first), ends: rows.map(({ end }) => end) };
}

/** More than any shard has. */
const maxPlace = '9223372036854775807';

function newestFirst<P extends Position>(positions: readonly P[]): P[] {
  return [...positions].sort(compare);
}

/** Negative if `one` is newer: by time, shard and place. */
function compare(one: Position, other: Position): number {
  return (
    other.createdAt.getTime() - one.createdAt.getTime() ||
    other.shard - one.shard ||
    Number(BigInt(other.place) - BigInt(one.place))
  );
}

async function find(parts: readonly Part[], id: string): Promise<Position> {
  const found = await Promise.all(
    parts.map(({ database, shards }) =>
      database.query<Position[]>(
        `SELECT id, shard, place, created_at AS "createdAt" FROM transactions WHERE shard = ANY ($1) AND id = $2`,
        [shards, id],
      ),
    ),
  );
  const [cursor] = found.flat();
  if (!cursor) throw new CursorError(`There is no transaction ${id} to start after.`);
  return cursor;
}
