import {
  type AccountAddress,
  type AccountId,
  addressKey,
  closeAccounts,
  findAccounts,
  lockAccounts,
  type LockedAccount,
  openAccounts,
  takeBackSalts,
} from '@app/accounts';
import type { QueryRunner } from 'typeorm';
import { addressesOf } from './addresses.js';
import type { JournalRequest } from './request.js';

/** How many addresses are cached before the cache is cleared: a few megabytes. */
const capacity = 50_000;

/** An account that was there is gone: the database is not the one that it was. The batch must run again. */
export class AccountVanishedError extends Error {
  constructor(address: AccountAddress) {
    super(`the account ${addressKey(address)} has vanished`);
    this.name = 'AccountVanishedError';
  }
}

/**
 * Opens and locks the accounts of a batch, and spares the opening of those that are known to exist, because a committed batch of
 * this lane has locked them before, or because they were looked for: an account that was committed is never deleted. It is a round trip less for
 * nearly every batch. Should the database have been restored to an earlier state under the running service, the lock finds it
 * out.
 */
export class KnownAccounts {
  private readonly known = new Set<string>();
  private lockedNow: readonly string[] = [];
  private openedNow: readonly AccountId[] = [];

  /** Whether none of the accounts that the requests need has to be opened. */
  haveAllOf(requests: readonly JournalRequest[]): boolean {
    return requests.every(({ sides }) => sides.every(({ key, needed }) => !needed || this.known.has(key)));
  }

  /**
   * Looks which of the accounts exist that the requests need and that are not known to. It takes no lock, so that it may come before
   * those that need an order: on the heels of the claim, where opening would have to wait for its answer.
   */
  async lookFor(queryRunner: QueryRunner, requests: readonly JournalRequest[]): Promise<void> {
    const unknown = [...this.unknownOf(requests).values()];
    for (const address of await findAccounts(queryRunner, unknown)) this.known.add(addressKey(address));
  }

  /** Opens what the requests need and is not known to exist, and locks all that they touch. */
  async openAndLock(
    queryRunner: QueryRunner,
    requests: readonly JournalRequest[],
    now: Date,
  ): Promise<LockedAccount[]> {
    if (requests.length === 0) return [];
    const unknown = this.unknownOf(requests);
    if (unknown.size > 0) this.openedNow = await openAccounts(queryRunner, [...unknown.values()], now);
    return this.lock(queryRunner, requests);
  }

  /** Locks what the requests touch, as far as it exists. */
  async lock(queryRunner: QueryRunner, requests: readonly JournalRequest[]): Promise<LockedAccount[]> {
    const addresses = addressesOf(requests);
    const locked = await lockAccounts(queryRunner, [...addresses.values()]);

    const found = new Set(locked.map(addressKey));
    this.lockedNow = [...found];
    for (const [key, address] of addresses) {
      if (found.has(key) || !this.known.has(key)) continue;
      this.known.clear();
      throw new AccountVanishedError(address);
    }
    return locked;
  }

  /** What this batch has opened, without the accounts of these ids. */
  openedBeyond(used: ReadonlySet<string>, locked: readonly LockedAccount[]): LockedAccount[] {
    if (this.openedNow.length === 0) return [];
    const opened = new Set(this.openedNow.map(({ id }) => id));
    return locked.filter(({ id }) => opened.has(id) && !used.has(id));
  }

  /** Removes accounts that this batch has opened. */
  async close(queryRunner: QueryRunner, unused: readonly LockedAccount[]): Promise<void> {
    const closed = new Set(unused.map(addressKey));
    this.lockedNow = this.lockedNow.filter((key) => !closed.has(key));
    await closeAccounts(queryRunner, unused);
  }

  /** Takes back the salts of users who are left without an account. Comes after `close`. */
  async takeBackSalts(queryRunner: QueryRunner, closed: readonly LockedAccount[]): Promise<void> {
    const users = closed.filter(({ owner }) => owner.kind === 'user');
    await takeBackSalts(
      queryRunner,
      users.map(({ shard, owner }) => ({ shard, userId: owner.id })),
    );
  }

  /** Must be told how each batch ended: what a batch opened and rolled back was never there. */
  batchEnded({ committed }: { committed: boolean }): void {
    if (this.known.size > capacity) this.known.clear();
    if (committed) for (const key of this.lockedNow) this.known.add(key);
    this.lockedNow = [];
    this.openedNow = [];
  }

  private unknownOf(requests: readonly JournalRequest[]): Map<string, AccountAddress> {
    return addressesOf(requests, ({ key, needed }) => needed && !this.known.has(key));
  }
}
