import type { EntityManager } from 'typeorm';

export interface SystemBalance {
  account: string;
  asset: string;
  /** Signed whole minor units; negative if users received more than they returned. */
  balance: bigint;
}

/** Sums one row per shard for each system account and asset. */
export async function readSystemBalances(
  manager: EntityManager,
  { shards, accounts }: { shards: readonly number[]; accounts: readonly string[] },
): Promise<SystemBalance[]> {
  const rows = await manager.query<{ account: string; asset: string; balance: string }[]>(
    `SELECT wanted.name AS account, assets.code AS asset, coalesce(sum(accounts.balance), 0) AS balance
     FROM unnest($1::text[]) WITH ORDINALITY AS wanted (name, position)
     CROSS JOIN assets
     LEFT JOIN accounts ON accounts.shard = ANY ($2) AND accounts.owner_kind = 'system'
                       AND accounts.owner_id = wanted.name AND accounts.asset_code = assets.code
     GROUP BY wanted.position, wanted.name, assets.code
     ORDER BY wanted.position, assets.code`,
    [accounts, shards],
  );
  return rows.map((row) => ({ ...row, balance: BigInt(row.balance) }));
}
