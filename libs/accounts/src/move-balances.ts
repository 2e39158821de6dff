import type { QueryRunner } from 'typeorm';
import type { LockedAccount } from './lock-accounts.js';

/** An account as a batch leaves it. */
export interface MovedAccount extends LockedAccount {
  /** The time of its last entry in the batch; `null` if only its earmarks have changed. */
  updatedAt: Date | null;
}

/**
 * Brings locked accounts to their state after a batch, in one statement. Run it after inserting the entries: PostgreSQL rejects a
 * balance that differs from the newest entry.
 *
 * `earmarks`: whether `held`, `owed` or `lapsesAt` of any of them has changed. They move with the balance, because PostgreSQL compares
 * the two. A batch without earmarks does not write these columns.
 */
export async function moveBalances(
  queryRunner: QueryRunner,
  accounts: readonly MovedAccount[],
  { earmarks }: { earmarks: boolean },
): Promise<void> {
  const shards = accounts.map((account) => account.shard);
  const moved = [
    shards,
    accounts.map((account) => account.id),
    accounts.map((account) => account.balance),
    accounts.map((account) => account.version),
    accounts.map((account) => account.headHash),
    accounts.map((account) => account.updatedAt),
    [...new Set(shards)],
  ];
  if (!earmarks) {
    await queryRunner.query(move, moved);
    return;
  }
  await queryRunner.query(moveWithEarmarks, [
    ...moved,
    accounts.map((account) => account.held),
    accounts.map((account) => account.owed),
    accounts.map((account) => account.lapsesAt),
  ]);
}

const move = `
  UPDATE accounts SET balance = changed.balance, version = changed.version,
                      head_hash = changed.head_hash, updated_at = changed.updated_at
  FROM unnest($1::smallint[], $2::uuid[], $3::numeric[], $4::bigint[], $5::bytea[], $6::timestamptz[])
       AS changed (shard, id, balance, version, head_hash, updated_at)
  WHERE accounts.shard = changed.shard AND accounts.id = changed.id AND accounts.shard = ANY ($7::smallint[])`;

const moveWithEarmarks = `
  UPDATE accounts SET balance = changed.balance, version = changed.version, head_hash = changed.head_hash,
                      updated_at = coalesce(changed.updated_at, accounts.updated_at),
                      held = changed.held, owed = changed.owed, lapses_at = changed.lapses_at
  FROM unnest($1::smallint[], $2::uuid[], $3::numeric[], $4::bigint[], $5::bytea[], $6::timestamptz[],
              $8::bigint[], $9::bigint[], $10::timestamptz[])
       AS changed (shard, id, balance, version, head_hash, updated_at, held, owed, lapses_at)
  WHERE accounts.shard = changed.shard AND accounts.id = changed.id AND accounts.shard = ANY ($7::smallint[])`;
