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
import { LRUCache } from 'lru-cache';
import type { QueryRunner } from 'typeorm';
import { addressesOf } from './addresses.js';
import type { JournalRequest } from './request.js';

/** How many addresses each lane caches: a few megabytes. */
const max = 50_000;

/** An account that was there is gone: the database is not the one that it was. The batch must run again. */
export class AccountVanishedError extends Error {
  constructor(address: AccountAddress) {
    super(`the account ${addressKey(address)} has vanished`);
    this.name = 'AccountVanishedError';
  }
}

/**
 * Opens and locks the accounts of a batch. Accounts that are known to exist need no opening, which saves nearly every batch a
 * round trip: a committed batch of this lane has locked them, or a look-up found them, and a committed account is never
 * deleted. If the database was restored to an earlier state under the running service, the lock detects it.
 */
export class KnownAccounts {
  private readonly known = new LRUCache<string, true>({ max });
  private lockedNow: readonly string[] = [];
  private openedNow: readonly AccountId[] = [];

  /** Whether none of the accounts that the requests need has to be opened. */
  haveAllOf(requests: readonly JournalRequest[]): boolean {
    return requests.every(({ sides }) => sides.every(({ key, needed }) => !needed || this.known.has(key)));
  }

  /**
   * Looks up the accounts that the requests need and that are not known to exist. Takes no lock, so it can be sent right behind
   * the claim; opening accounts has to wait for the claim's answer.
   */
  async lookFor(queryRunner: QueryRunner, requests: readonly JournalRequest[]): Promise<void> {
    const unknown = [...this.unknownOf(requests).values()];
    for (const address of await findAccounts(queryRunner, unknown)) this.known.set(addressKey(address), true);
  }

  /** Opens the accounts that the requests need and that are not known to exist; locks every account that they touch. */
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

  /** Locks the accounts that the requests touch and that exist. */
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

  /** The accounts that this batch has opened, except those with these ids. */
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

  /** Takes back the salts of users who are left without an account. Call after `close`. */
  async takeBackSalts(queryRunner: QueryRunner, closed: readonly LockedAccount[]): Promise<void> {
    const users = closed.filter(({ owner }) => owner.kind === 'user');
    await takeBackSalts(
      queryRunner,
      users.map(({ shard, owner }) => ({ shard, userId: owner.id })),
    );
  }

  /** Call when a batch has ended: accounts that were opened and rolled back do not exist. */
  batchEnded({ committed }: { committed: boolean }): void {
    if (committed) for (const key of this.lockedNow) this.known.set(key, true);
    this.lockedNow = [];
    this.openedNow = [];
  }

  private unknownOf(requests: readonly JournalRequest[]): Map<string, AccountAddress> {
    return addressesOf(requests, ({ key, needed }) => needed && !this.known.has(key));
  }
}
