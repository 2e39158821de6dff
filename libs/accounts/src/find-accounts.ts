import type { QueryRunner } from 'typeorm';
import { type AccountAddress, addressColumns } from './address.js';

/** Returns the accounts that exist. Needs no lock: a committed account is never deleted. */
export async function findAccounts(
  queryRunner: QueryRunner,
  addresses: readonly AccountAddress[],
): Promise<AccountAddress[]> {
  const { shards, distinctShards, ownerKinds, ownerIds, assets } = addressColumns(addresses);
  const rows = await queryRunner.manager.query<{ position: string }[]>(
    `SELECT wanted.position
     FROM unnest($1::smallint[], $2::text[], $3::text[], $4::text[])
          WITH ORDINALITY AS wanted (shard, owner_kind, owner_id, asset_code, position)
     JOIN accounts
       ON accounts.shard = wanted.shard AND accounts.owner_kind = wanted.owner_kind
          AND accounts.owner_id = wanted.owner_id AND accounts.asset_code = wanted.asset_code
     WHERE accounts.shard = ANY ($5::smallint[])`,
    [shards, ownerKinds, ownerIds, assets, distinctShards],
  );
  const found = new Set(rows.map(({ position }) => Number(position)));
  return addresses.filter((_, index) => found.has(index + 1));
}
