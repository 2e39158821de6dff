import { randomUUID } from 'node:crypto';
import type { QueryRunner } from 'typeorm';
import { type AccountAddress, addressColumns } from './address.js';
import type { AccountId } from './close-accounts.js';
import { saltUsers } from './user-salts.js';

/**
 * Opens the missing accounts with a balance of 0 and gives their users a salt; existing ones stay as they are. An address in an
 * unknown asset is skipped: the caller notices that its account is missing after the lock. Returns the accounts it opened.
 *
 * A capability may install a trigger that sets what a new account inherits, such as a freeze.
 *
 * Runs before `lockAccounts`, in the order of the unique index. Two batches that open the same accounts therefore wait for each
 * other in one direction only.
 */
export async function openAccounts(
  queryRunner: QueryRunner,
  addresses: readonly AccountAddress[],
  now: Date,
): Promise<AccountId[]> {
  await saltUsers(queryRunner, addresses);
  const { shards, distinctShards, ownerKinds, ownerIds, assets } = addressColumns(addresses);
  return queryRunner.manager.query<AccountId[]>(
    `INSERT INTO accounts (shard, id, owner_kind, owner_id, asset_code, head_hash, created_at, updated_at)
     SELECT shards.shard, wanted.id, wanted.owner_kind, wanted.owner_id, wanted.asset_code,
            account_genesis_hash(shards.shard, wanted.id, wanted.owner_kind, wanted.owner_id, wanted.asset_code),
            $6, $6
     FROM unnest($1::smallint[], $2::uuid[], $3::text[], $4::text[], $5::text[])
          AS wanted (shard, id, owner_kind, owner_id, asset_code)
     JOIN shards ON shards.shard = wanted.shard AND shards.shard = ANY ($7::smallint[])
     JOIN assets ON assets.code = wanted.asset_code
     LEFT JOIN accounts existing
       ON existing.shard = shards.shard AND existing.owner_kind = wanted.owner_kind
          AND existing.owner_id = wanted.owner_id AND existing.asset_code = wanted.asset_code
          AND existing.shard = ANY ($7::smallint[])
     WHERE existing.id IS NULL
     ORDER BY shards.shard, wanted.owner_kind COLLATE "C", wanted.owner_id COLLATE "C", wanted.asset_code COLLATE "C"
     ON CONFLICT (shard, owner_kind, owner_id, asset_code) DO NOTHING
     RETURNING shard, id`,
    [
      shards,
      addresses.map(() => randomUUID()),
      ownerKinds,
      ownerIds,
      assets,
      now.toISOString(),
      distinctShards,
    ],
  );
}
