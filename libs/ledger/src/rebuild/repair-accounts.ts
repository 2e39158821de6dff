import { digestOf } from '../chain/digest-sql.js';
import type { EntityManager } from 'typeorm';
import type { DifferingAccount } from './projection.js';

/**
 * Sets the rows of these accounts to the values from their entries, inside the database transaction of `manager`.
 *
 * The rows are locked in the global order, by shard and id, only for the length of three look-ups, however long the history is:
 * the history up to the snapshot is already verified, and only entries that a running service appended since are left to read.
 * Those must continue from the verified ones. A service misled by the wrong row has written entries that do not; then this throws
 * and changes nothing.
 */
export async function repairAccounts(
  manager: EntityManager,
  accounts: readonly DifferingAccount[],
): Promise<void> {
  const seen = columnsOf(accounts);
  await manager.query(
    `SELECT FROM accounts
     WHERE (shard, id) IN (SELECT * FROM unnest($1::smallint[], $2::uuid[])) AND shard = ANY ($1::smallint[])
     ORDER BY shard, id FOR UPDATE`,
    seen.slice(0, 2),
  );
  const [fault] = await manager.query<{ subject: string }[]>(
    `SELECT account_id || '#' || version AS subject
     FROM (
       SELECT e.account_id, e.version, e.hash, e.balance_after,
              seen.version + row_number() OVER account AS expected_version,
              lag(e.balance_after, 1, seen.balance) OVER account + e.amount AS expected_balance,
              entry_hash(lag(e.hash, 1, seen.head_hash) OVER account, ${digestOf('t', '= ANY ($1::smallint[])')}, e.leg, e.amount)
                AS expected_hash
       FROM ${seenAccounts}
       JOIN entries e ON e.shard = seen.shard AND e.account_id = seen.id AND e.version > seen.version
                     AND e.shard = ANY ($1::smallint[])
       LEFT JOIN transactions t ON t.shard = e.shard AND t.place = e.place AND t.shard = ANY ($1::smallint[])
       WINDOW account AS (PARTITION BY e.shard, e.account_id ORDER BY e.version)
     ) AS appended
     WHERE (version, balance_after, hash) IS DISTINCT FROM (expected_version, expected_balance, expected_hash)
     LIMIT 1`,
    seen,
  );
  if (fault) {
    throw new Error(
      `Entry ${fault.subject} was meanwhile written on top of a wrong account row: its history is broken`,
    );
  }
  await manager.query(
    `UPDATE accounts SET balance = coalesce(last.balance_after, seen.balance),
                         version = coalesce(last.version, seen.version),
                         head_hash = coalesce(last.hash, seen.head_hash),
                         updated_at = coalesce(last.created_at, seen.updated_at)
     FROM ${seenAccounts}
     LEFT JOIN LATERAL (
       SELECT version, balance_after, hash, created_at FROM entries
       WHERE shard = ANY ($1::smallint[]) AND shard = seen.shard AND account_id = seen.id AND version > seen.version
       ORDER BY version DESC LIMIT 1
     ) AS last ON true
     WHERE accounts.shard = seen.shard AND accounts.id = seen.id AND accounts.shard = ANY ($1::smallint[])`,
    seen,
  );
}

/** The values from the entries in the snapshot. */
const seenAccounts = `
  (SELECT shard, id, balance, version, decode(head_hash, 'hex') AS head_hash, updated_at
   FROM unnest($1::smallint[], $2::uuid[], $3::numeric[], $4::bigint[], $5::text[], $6::timestamptz[])
        AS given (shard, id, balance, version, head_hash, updated_at)) AS seen`;

function columnsOf(accounts: readonly DifferingAccount[]): unknown[] {
  return [
    accounts.map(({ shard }) => shard),
    accounts.map(({ id }) => id),
    accounts.map(({ recomputed }) => BigInt(recomputed.balance)),
    accounts.map(({ recomputed }) => recomputed.version),
    accounts.map(({ recomputed }) => recomputed.headHash),
    accounts.map(({ recomputed }) => recomputed.updatedAt),
  ];
}
