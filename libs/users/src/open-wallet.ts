import type { AccountAddress, Accounts } from '@app/accounts';
import type { QueryRunner } from 'typeorm';
import type { UserPlace } from './known-user.js';

/**
 * Opens the accounts that the user lacks, one for every asset that there is. Answers the addresses of all of them, and how
 * many were missing until now.
 */
export async function openWallet(
  queryRunner: QueryRunner,
  accounts: Accounts,
  { shard, userId }: UserPlace,
  now: Date,
): Promise<{ addresses: AccountAddress[]; opened: number }> {
  const assets = await queryRunner.manager.query<{ code: string }[]>(`SELECT code FROM assets ORDER BY code`);
  const addresses = assets.map(({ code }): AccountAddress => ({
    shard,
    owner: { kind: 'user', id: userId },
    asset: code,
  }));
  const opened = await accounts.open(queryRunner, addresses, now);
  return { addresses, opened: opened.length };
}
