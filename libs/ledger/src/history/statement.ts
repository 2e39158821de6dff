import type { Queryable } from './read-transactions.js';

export interface EntryPage {
  userId: string;
  asset: string;
  limit: number;
  /** The cursor: the version of the last entry seen. */
  startingAfter?: number;
}

export interface StatementEntry {
  version: number;
  transactionId: string;
  type: string;
  /** Signed whole minor units. */
  amount: number;
  balanceAfter: number;
  reference: string | null;
  description: string | null;
  createdAt: Date;
}

type Row = Omit<StatementEntry, 'version' | 'amount' | 'balanceAfter'> &
  Record<'version' | 'amount' | 'balanceAfter', string>;

/** Walks the primary key of entries backwards from the cursor: the page costs the same on a long account. */
export async function readStatement(
  database: Queryable,
  shard: number,
  page: EntryPage,
): Promise<StatementEntry[]> {
  const rows = await database.query<Row[]>(
    `SELECT e.version, e.transaction_id AS "transactionId", t.type, e.amount, e.balance_after AS "balanceAfter",
            t.reference, t.description, e.created_at AS "createdAt"
     FROM accounts a
     JOIN entries e ON e.shard = a.shard AND e.account_id = a.id AND e.version < $4
     JOIN transactions t ON t.shard = e.shard AND t.id = e.transaction_id
     WHERE a.shard = $1 AND a.owner_kind = 'user' AND a.owner_id = $2 AND a.asset_code = $3
     ORDER BY e.version DESC LIMIT $5`,
    [shard, page.userId, page.asset, page.startingAfter ?? Number.MAX_SAFE_INTEGER, page.limit],
  );
  return rows.map((row) => ({
    ...row,
    version: Number(row.version),
    amount: Number(row.amount),
    balanceAfter: Number(row.balanceAfter),
  }));
}
