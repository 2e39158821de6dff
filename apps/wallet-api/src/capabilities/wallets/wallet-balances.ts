import { Assets, type Balance, Balances } from '@app/accounts';
import { Injectable } from '@nestjs/common';
import { ProblemError } from '../../request/problems/problem.js';
import { refuseUnknown } from '../users/refuse-unknown.js';

/** One balance of a user, or the problem that a reader of that wallet is answered with. */
@Injectable()
export class WalletBalances {
  constructor(
    private readonly assets: Assets,
    private readonly balances: Balances,
  ) {}

  /** The current balance; of a known user who never had the asset it is 0 at version 0. */
  async require({ userId, asset }: { userId: string; asset: string }): Promise<Balance> {
    if (!(await this.assets.exists(asset))) {
      throw new ProblemError('asset-not-found', undefined, { asset });
    }
    const accounts = await this.balances.ofUser(userId);
    // Without any account the user may still be known: registered before the first asset was created.
    if (accounts.length === 0 && !(await this.balances.walletOf(userId))) refuseUnknown(userId);
    return (
      accounts.find((account) => account.asset === asset) ?? {
        asset,
        balance: 0,
        version: 0,
        updatedAt: null,
      }
    );
  }
}
