import type { EntityManager } from 'typeorm';
import { readSystemBalancesNow, type SystemBalance } from './system-balances-at.js';

/** Every system account in every asset, 0 where nothing ever moved. */
export async function readSystemBalances(
  manager: EntityManager,
  { groups, accounts }: { groups: readonly (readonly number[])[]; accounts: readonly string[] },
): Promise<SystemBalance[]> {
  const assets = await manager.query<{ code: string }[]>(`SELECT code FROM assets ORDER BY code`);
  const found = await readSystemBalancesNow(manager, groups);
  const balances = new Map(found.map(({ account, asset, balance }) => [`${account}\n${asset}`, balance]));
  return accounts.flatMap((account) =>
    assets.map(({ code: asset }) => ({
      account,
      asset,
      balance: balances.get(`${account}\n${asset}`) ?? 0n,
    })),
  );
}
