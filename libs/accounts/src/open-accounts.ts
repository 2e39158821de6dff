import type { QueryRunner } from 'typeorm';
import { type AccountAddress, addressColumns } from './address.js';
import type { AccountId } from './close-accounts.js';
import { saltUsers } from './user-salts.js';

/**
 * Opens the accounts that do not exist yet, with a balance of 0, and gives their users a salt; the others stay as they are. An address in
 * an asset that does not exist is passed over: the caller sees that its account is missing after the lock. Answers those that
 * it opened.
 *
 * A wallet is frozen as a whole: the account of a user whose wallet is frozen opens frozen, since the same moment. A freeze
 * that this statement does not see yet opens the same account itself; whichever of the two comes second waits, and then the
 * freeze reaches the account that is there.
 *
 * Runs before `lockAccounts`, in the order of the unique index, so that two batches that open the same accounts
 * wait for each other in one direction only.
 */
export async function openAccounts(
  queryRunner: QueryRunner,
  addresses: readonly AccountAddress[],
  now: Date,
): Promise<AccountId[]> {
  await saltUsers(queryRunner, addresses);
  const { shards, ownerKinds, ownerIds, assets } = addressColumns(addresses);
  return queryRunner.manager.query<AccountId[]>(
    `INSERT INTO accounts (shard, id, owner_kind, owner_id, asset_code, head_hash, frozen_at, created_at, updated_at)
     SELECT shard, id, owner_kind, owner_id, asset_code,
            account_genesis_hash(shard, id, owner_kind, owner_id, asset_code), frozen_at, $5, $5
     FROM (
       SELECT wanted.*, gen_random_uuid() AS id,
              (SELECT CASE action WHEN 'freeze' THEN created_at END FROM wallet_freezes
               WHERE wallet_freezes.shard = wanted.shard AND wallet_freezes.user_id = wanted.owner_id
                 AND wanted.owner_kind = 'user'
               ORDER BY number DESC LIMIT 1) AS frozen_at
       FROM unnest($1::smallint[], $2::text[], $3::text[], $4::text[])
            AS wanted (shard, owner_kind, owner_id, asset_code)
       WHERE EXISTS (SELECT FROM assets WHERE assets.code = wanted.asset_code)
         AND NOT EXISTS (
           SELECT FROM accounts existing
           WHERE existing.shard = wanted.shard AND existing.owner_kind = wanted.owner_kind
             AND existing.owner_id = wanted.owner_id AND existing.asset_code = wanted.asset_code
         )
       ORDER BY shard, owner_kind COLLATE "C", owner_id COLLATE "C", asset_code COLLATE "C"
     ) AS missing
     ON CONFLICT (shard, owner_kind, owner_id, asset_code) DO NOTHING
     RETURNING shard, id`,
    [shards, ownerKinds, ownerIds, assets, now.toISOString()],
  );
}
