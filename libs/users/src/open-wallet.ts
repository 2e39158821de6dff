import { type AccountAddress, openAccounts, userOwner } from '@app/accounts';
import type { QueryRunner } from 'typeorm';
import type { UserPlace } from './known-user.js';

/** Opens a user's missing accounts, one per asset. Returns all their addresses and the number of accounts opened. */
export async function openWallet(
  queryRunner: QueryRunner,
  { shard, userId }: UserPlace,
  now: Date,
): Promise<{ addresses: AccountAddress[]; opened: number }> {
  const assets = await queryRunner.manager.query<{ code: string }[]>(`SELECT code FROM assets ORDER BY code`);
  const addresses = assets.map(({ code }): AccountAddress => ({
    shard,
    owner: userOwner(userId),
    asset: code,
  }));
  const opened = await openAccounts(queryRunner, addresses, now);
  return { addresses, opened: opened.length };
}
