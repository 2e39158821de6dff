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
  /** Who caused its transaction. */
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

/** Walks the primary key of entries backwards from the cursor, so a page costs the same on a long account. */
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

/** Entries of an account above one version and up to another. */
export interface VersionRange {
  userId: string;
  asset: string;
  after: number;
  upTo: number;
}

/** The oldest entries of a range, oldest first, at most `limit` of them. Walks the primary key forwards. */
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

/** The account that `$2` has in `$3`, in shard `$1`. */
export const accountId = `(
  SELECT id FROM accounts
  WHERE shard = $1 AND owner_kind = 'user' AND owner_id = $2 AND asset_code = $3
)`;

/**
 * The rows of `entries` that a query cuts out, with what their transactions say. The page is cut first, and each of its
 * transactions then looked up: as one join the planner reads the whole account and sorts it (OFFSET 0 keeps the look-up whole).
 */
function withTransactions(cut: string): string {
  return `
    SELECT e.version, t.id AS "transactionId", t.type, t.actor, e.amount, e.balance_after AS "balanceAfter",
           t.reference, t.description, e.created_at AS "createdAt"
    FROM (${cut}) AS e
    CROSS JOIN LATERAL (
      SELECT id, type, actor, reference, description FROM transactions
      WHERE shard = e.shard AND place = e.place OFFSET 0
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
