import { randomUUID } from 'node:crypto';
import type { QueryRunner } from 'typeorm';
import { type AccountAddress, addressColumns } from './address.js';
import { exactInteger } from './exact-integer.js';
import type { LockedAccount } from './lock-accounts.js';

interface Row {
  position: string;
  minAmount: string;
  maxAmount: string;
  retired: boolean;
  frozen: boolean | null;
}

/**
 * The accounts that `openAccounts` would open at these addresses, without opening them. One in an unknown asset is missing from
 * the result. A user's account is frozen if the user's other accounts are.
 */
export async function imagineAccounts(
  queryRunner: QueryRunner,
  addresses: readonly AccountAddress[],
): Promise<LockedAccount[]> {
  if (addresses.length === 0) return [];
  const { shards, distinctShards, ownerKinds, ownerIds, assets } = addressColumns(addresses);
  const rows = await queryRunner.manager.query<Row[]>(
    `SELECT wanted.position, assets.min_amount AS "minAmount", assets.max_amount AS "maxAmount", assets.retired,
            others.frozen
     FROM unnest($1::smallint[], $2::text[], $3::text[], $4::text[])
          WITH ORDINALITY AS wanted (shard, owner_kind, owner_id, asset_code, position)
     JOIN assets ON assets.code = wanted.asset_code
     LEFT JOIN (
       SELECT shard, owner_id, bool_or(frozen_at IS NOT NULL) AS frozen FROM accounts
       WHERE shard = ANY ($5::smallint[]) AND owner_kind = 'user' AND owner_id = ANY ($3::text[])
       GROUP BY shard, owner_id
     ) AS others
       ON others.shard = wanted.shard AND others.owner_id = wanted.owner_id AND wanted.owner_kind = 'user'`,
    [shards, ownerKinds, ownerIds, assets, distinctShards],
  );
  return rows.flatMap((row) => {
    const address = addresses[Number(row.position) - 1];
    return address ? [imagine(address, row)] : [];
  });
}

function imagine(address: AccountAddress, { minAmount, maxAmount, retired, frozen }: Row): LockedAccount {
  return {
    ...address,
    id: randomUUID(),
    balance: 0n,
    version: 0,
    headHash: Buffer.alloc(32),
    frozen: frozen ?? false,
    held: 0,
    owed: 0,
    lapsesAt: null,
    salt: null,
    minAmount: exactInteger(minAmount),
    maxAmount: exactInteger(maxAmount),
    assetRetired: retired,
  };
}
