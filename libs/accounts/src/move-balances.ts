import type { QueryRunner } from 'typeorm';
import type { LockedAccount } from './lock-accounts.js';

/** An account as a batch leaves it. */
export interface MovedAccount extends LockedAccount {
  /** The time of its last entry. */
  updatedAt: Date;
}

/**
 * Moves locked accounts to the state after their entries, in one statement. Run it after inserting those entries: PostgreSQL
 * rejects a balance that differs from the newest entry.
 */
export async function moveBalances(
  queryRunner: QueryRunner,
  accounts: readonly MovedAccount[],
): Promise<void> {
  const shards = accounts.map((account) => account.shard);
  await queryRunner.query(
    `UPDATE accounts SET balance = changed.balance, version = changed.version,
                         head_hash = changed.head_hash, updated_at = changed.updated_at
     FROM unnest($1::smallint[], $2::uuid[], $3::numeric[], $4::bigint[], $5::bytea[], $6::timestamptz[])
          AS changed (shard, id, balance, version, head_hash, updated_at)
     WHERE accounts.shard = changed.shard AND accounts.id = changed.id AND accounts.shard = ANY ($7::smallint[])`,
    [
      shards,
      accounts.map((account) => account.id),
      accounts.map((account) => account.balance),
      accounts.map((account) => account.version),
      accounts.map((account) => account.headHash),
      accounts.map((account) => account.updatedAt),
      [...new Set(shards)],
    ],
  );
}
