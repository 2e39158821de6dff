import { Assets, type Balance } from '@app/accounts';
import { SettledBalances } from '@app/ledger';
import { Injectable } from '@nestjs/common';
import { requireAsset } from '../assets/require-asset.js';
import { refuseUnknown } from '../users/refuse-unknown.js';

/** Reads single balances for the API. */
@Injectable()
export class WalletBalances {
  constructor(
    private readonly assets: Assets,
    private readonly balances: SettledBalances,
  ) {}

  /** The current balance; 0 at version 0 if a known user never had the asset. Throws `asset-not-found` or `user-not-found`. */
  async require({ userId, asset }: { userId: string; asset: string }): Promise<Balance> {
    await requireAsset(this.assets, asset);
    const accounts = await this.balances.ofUser(userId);
    // A user without accounts may still be known: registered before the first asset was created.
    if (accounts.length === 0 && !(await this.balances.walletOf(userId))) refuseUnknown(userId);
    return (
      accounts.find((account) => account.asset === asset) ?? {
        asset,
        balance: 0,
        held: 0,
        owed: 0,
        version: 0,
        updatedAt: null,
        isDue: false,
      }
    );
  }
}
