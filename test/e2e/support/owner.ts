import type { Client, QueryResultRow } from 'pg';
import { withClient } from '../../support/server/with-client.js';
import type { TestDatabase } from '../../support/test-database.js';

/** Runs SQL as the owner of the tables, bypassing the service. */
export async function asOwner<Row extends QueryResultRow>(
  database: TestDatabase,
  sql: string,
  parameters: unknown[] = [],
): Promise<Row[]> {
  const { rows } = await withClient(database.url, (client) => client.query<Row>(sql, parameters));
  return rows;
}

const rowCounts = `
  SELECT (SELECT count(*) FROM transactions)::int AS transactions,
         (SELECT count(*) FROM entries)::int AS entries,
         (SELECT count(*) FROM idempotency_keys)::int AS idempotency_keys,
         (SELECT count(*) FROM accounts)::int AS accounts,
         (SELECT count(*) FROM assets)::int AS assets,
         (SELECT count(*) FROM users)::int AS users,
         (SELECT count(*) FROM wallet_freezes)::int AS wallet_freezes,
         (SELECT count(*) FROM items)::int AS items,
         (SELECT count(*) FROM tasks)::int AS tasks,
         (SELECT count(*) FROM conversion_rates)::int AS conversion_rates,
         (SELECT count(*) FROM task_completions)::int AS task_completions,
         (SELECT count(*) FROM transaction_operations)::int AS transaction_operations`;

/** The row count of each table that a request can write to. */
export async function countRows(owner: Client): Promise<Record<string, number>> {
  const { rows } = await owner.query<Record<string, number>>(rowCounts);
  return rows[0]!;
}
