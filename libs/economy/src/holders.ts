import type { EntityManager } from 'typeorm';

export interface Holder {
  userId: string;
  balance: number;
}

export interface Holders {
  at: Date;
  /** The number of users with a positive balance. */
  count: number;
  /** Largest first. */
  largest: Holder[];
}

/** The largest number of holders a request may ask for. */
export const mostHolders = 100;

/**
 * The largest holders of an asset. An index on the balance would find them at once, but every balance update would have to write
 * it; today such an update touches no index (a HOT update). So this reads every account once, but no history; the sort keeps only
 * the first hundred.
 */
export async function readHolders(manager: EntityManager, asset: string): Promise<Holders> {
  const [total] = await manager.query<{ at: Date; count: string }[]>(
    `SELECT ledger_now() AS at, count(*) AS count FROM accounts
     WHERE owner_kind = 'user' AND asset_code = $1 AND balance > 0`,
    [asset],
  );
  if (!total) throw new Error('The count of holders returned no row');
  const rows = await manager.query<{ userId: string; balance: string }[]>(
    `SELECT owner_id AS "userId", balance FROM accounts
     WHERE owner_kind = 'user' AND asset_code = $1 AND balance > 0
     ORDER BY balance DESC, owner_id LIMIT ${mostHolders}`,
    [asset],
  );
  return {
    at: total.at,
    count: Number(total.count),
    largest: rows.map(({ userId, balance }) => ({ userId, balance: Number(balance) })),
  };
}
