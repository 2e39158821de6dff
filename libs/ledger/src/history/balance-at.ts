import type { Balance } from '@app/accounts';
import { readLastEntries } from './last-entries.js';
import type { Queryable } from './read-transactions.js';

/** A balance in the past. What was set aside then is not known. */
export type PastBalance = Pick<Balance, 'asset' | 'balance' | 'version' | 'updatedAt'>;

/** The balance of a user's account, including everything recorded at or before an instant. */
export async function readBalanceAt(
  database: Queryable,
  shard: number,
  { userId, asset, at }: { userId: string; asset: string; at: Date },
): Promise<PastBalance> {
  const search = { userId, asset, side: 'at or before', instants: [at] } as const;
  const [{ version, balance, recordedAt }] = await readLastEntries(database, shard, search);
  return { asset, balance, version, updatedAt: recordedAt };
}
