import { type Actor, actorOf } from '../actor.js';
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
  actor: Actor;
  /** Signed whole minor units. */
  amount: number;
  balanceAfter: number;
  reference: string | null;
  description: string | null;
  createdAt: Date;
}

type Row = Omit<StatementEntry, 'actor' | 'version' | 'amount' | 'balanceAfter'> &
  Record<'actor' | 'version' | 'amount' | 'balanceAfter', string>;

/** Walks the primary key of entries backwards from the cursor, so a page costs the same however long the account's history is. */
export async function readStatement(
  database: Queryable,
  shard: number,
  page: EntryPage,
): Promise<StatementEntry[]> {
  const rows = await database.query<Row[]>(
    `${withTransactions(`
       SELECT * FROM entries
       WHERE shard = $1 AND version < $4 AND account_id = ${accountId}
       ORDER BY version DESC LIMIT $5`)}
     ORDER BY e.version DESC`,
    [shard, page.userId, page.asset, page.startingAfter ?? Number.MAX_SAFE_INTEGER, page.limit],
  );
  return rows.map(toStatementEntry);
}

/** The entries of an account with versions above `after`, up to `upTo`. */
export interface VersionRange {
  userId: string;
  asset: string;
  after: number;
  upTo: number;
}

/** The oldest entries of a range, oldest first, at most `limit`. Walks the primary key forwards. */
export async function readOldestEntries(
  database: Queryable,
  shard: number,
  { userId, asset, after, upTo, limit }: VersionRange & { limit: number },
): Promise<StatementEntry[]> {
  const rows = await database.query<Row[]>(
    `${withTransactions(`
       SELECT * FROM entries
       WHERE shard = $1 AND version > $4 AND version <= $5 AND account_id = ${accountId}
       ORDER BY version LIMIT $6`)}
     ORDER BY e.version`,
    [shard, userId, asset, after, upTo, limit],
  );
  return rows.map(toStatementEntry);
}

/** The id of the account of user `$2` in asset `$3`, in shard `$1`. */
export const accountId = `(
  SELECT id FROM accounts
  WHERE shard = $1 AND owner_kind = 'user' AND owner_id = $2 AND asset_code = $3
)`;

/**
 * Joins selected rows of `entries`, all of shard `$1`, with their transactions. Each transaction is looked up after the selection: in a plain join
 * the planner would read and sort the whole account (OFFSET 0 prevents flattening).
 */
function withTransactions(selection: string): string {
  return `
    SELECT e.version, t.id AS "transactionId", t.type, t.actor, e.amount, e.balance_after AS "balanceAfter",
           t.reference, t.description, e.created_at AS "createdAt"
    FROM (${selection}) AS e
    CROSS JOIN LATERAL (
      SELECT id, type, actor, reference, description FROM transactions
      WHERE shard = $1 AND place = e.place OFFSET 0
    ) AS t`;
}

function toStatementEntry(row: Row): StatementEntry {
  return {
    ...row,
    actor: actorOf(row.actor),
    version: Number(row.version),
    amount: Number(row.amount),
    balanceAfter: Number(row.balanceAfter),
  };
}
