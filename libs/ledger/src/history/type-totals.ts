import type { Queryable } from './read-transactions.js';
import { accountId, type VersionRange } from './statement.js';

/** The totals of one transaction type on an account. */
export interface TypeTotal {
  type: string;
  /** The number of entries. */
  count: number;
  /** The sums of credits and of debits, both non-negative. A busy account can move more than the 2^53 − 1 it can hold. */
  credit: bigint;
  debit: bigint;
}

/** Sums a range of entries by type, reading each entry once. */
export async function readTypeTotals(
  database: Queryable,
  shard: number,
  { userId, asset, after, upTo }: VersionRange,
): Promise<TypeTotal[]> {
  const rows = await database.query<Record<keyof TypeTotal, string>[]>(
    `SELECT t.type, count(*) AS count,
            coalesce(sum(e.amount) FILTER (WHERE e.amount > 0), 0) AS credit,
            coalesce(-sum(e.amount) FILTER (WHERE e.amount < 0), 0) AS debit
     FROM (
       SELECT place, amount FROM entries
       WHERE shard = $1 AND version > $4 AND version <= $5 AND account_id = ${accountId}
     ) AS e
     CROSS JOIN LATERAL (
       SELECT type FROM transactions WHERE shard = $1 AND place = e.place OFFSET 0
     ) AS t
     GROUP BY t.type`,
    [shard, userId, asset, after, upTo],
  );
  return rows.map(({ type, count, credit, debit }) => ({
    type,
    count: Number(count),
    credit: BigInt(credit),
    debit: BigInt(debit),
  }));
}

/** Adds up the totals of several ranges, sorted by type. */
export function addTotals(parts: readonly TypeTotal[]): TypeTotal[] {
  const totals = new Map<string, TypeTotal>();
  for (const { type, count, credit, debit } of parts) {
    const sum = totals.get(type) ?? { type, count: 0, credit: 0n, debit: 0n };
    totals.set(type, {
      type,
      count: sum.count + count,
      credit: sum.credit + credit,
      debit: sum.debit + debit,
    });
  }
  return [...totals.values()].sort((one, other) => (one.type < other.type ? -1 : 1));
}
