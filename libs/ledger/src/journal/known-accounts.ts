import { type AccountAddress, type Accounts, addressKey, type LockedAccount } from '@app/accounts';
import type { QueryRunner } from 'typeorm';

/** How many addresses are remembered before all of them are forgotten: a few megabytes. */
const capacity = 50_000;

/** An account that was there is gone: the database is not the one that it was. The batch must run again. */
export class AccountVanishedError extends Error {
  constructor(address: AccountAddress) {
    super(`the account ${addressKey(address)} has vanished`);
    this.name = 'AccountVanishedError';
  }
}

/**
 * Opens and locks the accounts of a batch, and spares the opening of those that a committed batch of this lane has locked
 * before: accounts are never deleted. It is a round trip less for nearly every batch. Should the database have been
 * restored to an earlier state under the running service, the lock finds it out.
 */
export class KnownAccounts {
  private readonly known = new Set<string>();
  private lockedNow: readonly LockedAccount[] = [];

  constructor(private readonly accounts: Accounts) {}

  async openAndLock(
    queryRunner: QueryRunner,
    addresses: { open: readonly AccountAddress[]; lock: readonly AccountAddress[] },
    now: Date,
  ): Promise<LockedAccount[]> {
    const unknown = addresses.open.filter((address) => !this.known.has(addressKey(address)));
    if (unknown.length > 0) await this.accounts.open(queryRunner, unknown, now);
    const locked = await this.accounts.lock(queryRunner, addresses.lock);

    this.lockedNow = locked;
    const found = new Set(locked.map(addressKey));
    const vanished = addresses.open.find(
      (address) => this.known.has(addressKey(address)) && !found.has(addressKey(address)),
    );
    if (vanished) {
      this.known.clear();
      throw new AccountVanishedError(vanished);
    }
    return locked;
  }

  /** Must be told how each batch ended: what a batch opened and rolled back was never there. */
  batchEnded({ committed }: { committed: boolean }): void {
    if (this.known.size > capacity) this.known.clear();
    if (committed) for (const account of this.lockedNow) this.known.add(addressKey(account));
    this.lockedNow = [];
  }
}
