import type { QueryRunner } from 'typeorm';
import { type AccountAddress, addressColumns } from './address.js';

/** Which of these accounts exist. It takes no lock and needs none: an account that was committed is never deleted. */
export async function findAccounts(
  queryRunner: QueryRunner,
  addresses: readonly AccountAddress[],
): Promise<AccountAddress[]> {
  const { shards, ownerKinds, ownerIds, assets } = addressColumns(addresses);
  const rows = await queryRunner.manager.query<{ exists: boolean }[]>(
    `SELECT EXISTS (
       SELECT FROM accounts
       WHERE accounts.shard = wanted.shard AND accounts.owner_kind = wanted.owner_kind
         AND accounts.owner_id = wanted.owner_id AND accounts.asset_code = wanted.asset_code
     ) AS exists
     FROM unnest($1::smallint[], $2::text[], $3::text[], $4::text[])
          WITH ORDINALITY AS wanted (shard, owner_kind, owner_id, asset_code, position)
     ORDER BY position`,
    [shards, ownerKinds, ownerIds, assets],
  );
  return addresses.filter((_, index) => rows[index]?.exists);
}
