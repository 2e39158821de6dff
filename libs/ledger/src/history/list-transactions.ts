import type { RecordedTransaction } from '../outcome.js';
import {
  type Queryable,
  toTransaction,
  transactionColumns,
  type TransactionRow,
} from './read-transactions.js';

export interface TransactionFilter {
  userId?: string;
  asset?: string;
  type?: string;
  reference?: string;
  /** Created at this instant or later. Whole milliseconds, like every recorded time. */
  from?: Date;
  /** Created before this instant. */
  to?: Date;
  limit: number;
  /** The cursor: the id of the last transaction seen. */
  startingAfter?: string;
}

/**
 * Each shard walks its own index backwards from the cursor and gives its first `limit`; the merge of those holds the
 * first `limit` of all. Which index that is depends on the filter, so that only the conditions that are asked
 * for are written into the statement.
 */
export async function listTransactions(
  database: Queryable,
  shards: readonly number[],
  filter: TransactionFilter,
): Promise<RecordedTransaction[]> {
  const parameters: unknown[] = [shards, filter.limit];
  const conditions = conditionsOf(filter).map(({ sql, value }) => {
    parameters.push(value);
    return `AND ${sql.replace('?', `$${parameters.length}`)}`;
  });
  const rows = await database.query<TransactionRow[]>(
    `SELECT ${transactionColumns}
     FROM (
       SELECT of_shard.*
       FROM unnest($1::smallint[]) AS shards (number)
       CROSS JOIN LATERAL (
         SELECT t.* FROM transactions t
         WHERE t.shard = shards.number ${conditions.join(' ')}
         ORDER BY t.id DESC LIMIT $2
       ) AS of_shard
       ORDER BY of_shard.id DESC LIMIT $2
     ) AS t
     ORDER BY t.id DESC`,
    parameters,
  );
  return rows.map(toTransaction);
}

function conditionsOf(filter: TransactionFilter): { sql: string; value: unknown }[] {
  const possible = [
    { sql: `t.user_id = ?`, value: filter.userId },
    { sql: `t.type = ?`, value: filter.type },
    { sql: `t.reference = ?`, value: filter.reference },
    { sql: `t.created_at >= ?`, value: filter.from?.toISOString() },
    { sql: `t.created_at < ?`, value: filter.to?.toISOString() },
    { sql: `t.id < ?`, value: filter.startingAfter },
    {
      sql: `EXISTS (SELECT FROM entries e JOIN accounts a ON a.shard = e.shard AND a.id = e.account_id
                    WHERE e.shard = t.shard AND e.transaction_id = t.id AND a.asset_code = ?)`,
      value: filter.asset,
    },
  ];
  return possible.filter(({ value }) => value !== undefined);
}
