import type { QueryRunner } from 'typeorm';
import type { LockedAccount } from './lock-accounts.js';

/**
 * Writes the new balance, version and head of accounts that this transaction has locked. Only the journal calls
 * this, in the same transaction in which it writes the entries that lead there.
 */
export async function saveAccounts(
  queryRunner: QueryRunner,
  accounts: readonly LockedAccount[],
): Promise<void> {
  await queryRunner.query(
    `UPDATE accounts SET balance = changed.balance, version = changed.version,
                         head_hash = changed.head_hash, updated_at = changed.updated_at
     FROM unnest($1::smallint[], $2::uuid[], $3::bigint[], $4::bigint[], $5::bytea[], $6::timestamptz[])
          AS changed (shard, id, balance, version, head_hash, updated_at)
     WHERE accounts.shard = changed.shard AND accounts.id = changed.id`,
    [
      accounts.map((account) => account.shard),
      accounts.map((account) => account.id),
      accounts.map((account) => account.balance),
      accounts.map((account) => account.version),
      accounts.map((account) => account.headHash),
      accounts.map((account) => account.updatedAt.toISOString()),
    ],
  );
}
