import type { Owner } from '@app/accounts';
import { actorOf } from '../actor.js';
import type { RecordedEntry, RecordedTransaction } from '../outcome.js';

/** Runs queries: a DataSource for plain reads, the QueryRunner of a batch for replays. */
export interface Queryable {
  query<T>(sql: string, parameters?: unknown[]): Promise<T>;
}

/** Shards that one statement may read, and where. */
export interface Part {
  database: Queryable;
  shards: readonly number[];
}

/** A transaction as read, without the members of its effects: `withMembers` reads them. */
export interface ReadTransaction extends RecordedTransaction {
  /** See `effectsDigest`; `null` without effects. */
  effectsDigest: Buffer | null;
}

export interface TransactionRow extends Omit<ReadTransaction, 'actor' | 'entries' | 'members'> {
  actor: string;
  entries: {
    leg: number;
    kind: Owner['kind'];
    owner: string;
    asset: string;
    amount: number;
    balance: string;
    version: number;
  }[];
}

const none: RecordedTransaction['members'] = {};

/**
 * The columns of `transactions t` as a RecordedTransaction, with its entries as one JSON array. All its numbers are within ±(2^53
 * − 1), which JSON represents exactly, except balances, which are texts. Of one leg, the source (negative) comes first. The shards
 * of the statement are `$1`.
 */
export const transactionColumns = `
  t.id, t.type, t.user_id AS "userId", t.actor, t.reference, t.description, t.metadata, t.created_at AS "createdAt",
  t.effects_digest AS "effectsDigest",
  (SELECT coalesce(json_agg(json_build_object('leg', e.leg, 'kind', a.owner_kind, 'owner', a.owner_id, 'asset', a.asset_code,
                                     'amount', e.amount, 'balance', e.balance_after::text, 'version', e.version)
                   ORDER BY e.leg, e.amount), '[]')
   FROM entries e JOIN accounts a ON a.shard = e.shard AND a.id = e.account_id
   WHERE e.shard = t.shard AND e.place = t.place AND e.shard = ANY ($1) AND a.shard = ANY ($1)) AS entries`;

export function toTransaction(row: TransactionRow): ReadTransaction {
  return { ...row, actor: actorOf(row.actor), entries: row.entries.map(toEntry), members: none };
}

function toEntry(row: TransactionRow['entries'][number]): RecordedEntry {
  return {
    leg: row.leg,
    owner: { kind: row.kind, id: row.owner },
    asset: row.asset,
    amount: row.amount,
    balanceAfter: BigInt(row.balance),
    version: row.version,
  };
}

/** Reads transactions by id from these shards, which are placed together. Missing ones are absent from the result. */
export async function readTransactions(
  database: Queryable,
  shards: readonly number[],
  ids: readonly string[],
): Promise<Map<string, ReadTransaction>> {
  const rows = await database.query<TransactionRow[]>(
    `SELECT ${transactionColumns} FROM transactions t WHERE t.shard = ANY ($1) AND t.id = ANY ($2)`,
    [shards, ids],
  );
  return new Map(rows.map((row) => [row.id, toTransaction(row)]));
}
