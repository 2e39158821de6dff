import type pg from 'pg';
import { readReserved, type ReservedState } from './reserved-state.js';

/** The contents of the tables, read as the owner without any code of the service. */
export interface LedgerState {
  /** By `userId/key`: every transaction under the key. */
  transactions: Map<string, StoredTransaction[]>;
  /** By `userId/asset`, in the order of their versions. */
  entries: Map<string, StoredEntry[]>;
  /** Σ of all entries, per asset: `0` each. */
  sums: { asset: string; sum: string }[];
  reserved: ReservedState;
}

export interface StoredTransaction {
  id: string;
  type: string;
}

export interface StoredEntry {
  version: number;
  transactionId: string;
  amount: number;
  balanceAfter: number;
  createdAt: Date;
}

const clientId = 'demo-admin';

export async function readLedger(client: pg.Client): Promise<LedgerState> {
  const transactions = await client.query<{ name: string; id: string; type: string }>(
    `SELECT user_id || '/' || idempotency_key AS name, id, type FROM transactions WHERE client_id = $1`,
    [clientId],
  );
  const entries = await client.query<
    Record<'account' | 'version' | 'id' | 'amount' | 'balance', string> & { at: Date }
  >(
    `SELECT a.owner_id || '/' || a.asset_code AS account, e.version, t.id, e.amount,
            e.balance_after AS balance, e.created_at AS at
     FROM entries e JOIN accounts a ON a.shard = e.shard AND a.id = e.account_id
     JOIN transactions t ON t.shard = e.shard AND t.place = e.place
     WHERE a.owner_kind = 'user' ORDER BY e.version`,
  );
  const sums = await client.query<{ asset: string; sum: string }>(
    `SELECT a.asset_code AS asset, sum(e.amount) AS sum
     FROM entries e JOIN accounts a ON a.shard = e.shard AND a.id = e.account_id GROUP BY a.asset_code`,
  );
  return {
    transactions: groupBy(transactions.rows, ({ name }) => name),
    entries: groupBy(
      entries.rows.map(({ account, version, id, amount, balance, at }) => ({
        account,
        version: Number(version),
        transactionId: id,
        amount: Number(amount),
        balanceAfter: Number(balance),
        createdAt: at,
      })),
      ({ account }) => account,
    ),
    sums: sums.rows,
    reserved: await readReserved(client),
  };
}

export function groupBy<T>(rows: readonly T[], nameOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(nameOf(row));
    if (group) group.push(row);
    else groups.set(nameOf(row), [row]);
  }
  return groups;
}
