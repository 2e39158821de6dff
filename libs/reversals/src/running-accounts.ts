import { type LockedAccount, takeableOf } from '@app/accounts';
import { DebtSession } from '@app/debts';
import type { Earmark, Leg, LockedWallet } from '@app/ledger';

/** A user's account during a plan: as its steps so far leave it. */
export interface RunningAccount {
  account: LockedAccount;
  /** The number of its latest debt event. */
  lastNumber: number;
}

/** The user's accounts while the parts of a request are planned one after another. */
export class RunningAccounts {
  private readonly byAsset = new Map<string, RunningAccount>();
  private readonly owedBy = new Map<string, number>();

  constructor(private readonly wallet: LockedWallet) {}

  /** `lastDebtNumber`: as recorded; events of this batch count on from it. */
  of(asset: string, lastDebtNumber: number): RunningAccount {
    const known = this.byAsset.get(asset);
    if (known) return known;
    const account = this.wallet.account(asset);
    if (!account) throw new Error(`The original moved ${asset}, but the user has no account in it`);
    const lastNumber = this.wallet.session(DebtSession).lastNumberOf(account.id) ?? lastDebtNumber;
    const running = { account, lastNumber };
    this.byAsset.set(asset, running);
    return running;
  }

  /** What the service can take of the account. */
  takeable(running: RunningAccount): number {
    return Math.max(0, takeableOf(running.account));
  }

  /** Moves the balances of accounts that are planned with. */
  move(legs: readonly Leg[]): void {
    for (const { source, asset, amount } of legs) {
      const running = this.byAsset.get(asset);
      if (!running) continue;
      const change = BigInt(source.kind === 'user' ? -amount : amount);
      running.account = { ...running.account, balance: running.account.balance + change };
    }
  }

  /** Changes what is owed, by events of debts. */
  owe({ account: { asset } }: RunningAccount, change: number, events: number): void {
    const running = this.byAsset.get(asset);
    if (!running) return;
    running.account = { ...running.account, owed: running.account.owed + change };
    running.lastNumber += events;
    this.owedBy.set(asset, (this.owedBy.get(asset) ?? 0) + change);
  }

  /** At most one per asset. */
  earmarks(): Earmark[] {
    return [...this.owedBy].map(([asset, owed]) => ({ asset, owed }));
  }
}
