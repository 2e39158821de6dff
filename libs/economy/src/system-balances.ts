import { systemAccounts } from '@app/accounts';
import type { EntityManager } from 'typeorm';

export interface SystemBalance {
  account: string;
  asset: string;
  /** Signed whole minor units; negative where more went out to users than came back. */
  balance: number;
}

/** As many rows are summed as there are shards, for each system account and asset. */
export async function readSystemBalances(
  manager: EntityManager,
  shards: readonly number[],
): Promise<SystemBalance[]> {
  const rows = await manager.query<{ account: string; asset: string; balance: string }[]>(
    `SELECT house.name AS account, assets.code AS asset, coalesce(sum(accounts.balance), 0) AS balance
     FROM unnest($1::text[]) WITH ORDINALITY AS house (name, position)
     CROSS JOIN assets
     LEFT JOIN accounts ON accounts.shard = ANY ($2) AND accounts.owner_kind = 'system'
                       AND accounts.owner_id = house.name AND accounts.asset_code = assets.code
     GROUP BY house.position, house.name, assets.code
     ORDER BY house.position, assets.code`,
    [systemAccounts, shards],
  );
  return rows.map((row) => ({ ...row, balance: Number(row.balance) }));
}
