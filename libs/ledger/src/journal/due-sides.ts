import { addressKey } from '@app/accounts';
import { LRUCache } from 'lru-cache';
import type { LocksMissingError } from '../decide/book-due.js';
import type { JournalRequest, Side } from './request.js';

/** How many users each lane remembers. */
const max = 1_000;

/**
 * The accounts that due transactions of a user have moved, such as the treasury when a debt is repaid. The first batch that meets one
 * runs again with their locks; later postings of the user take these locks at once. A lock too many is harmless.
 */
export class DueSides {
  private readonly byUser = new LRUCache<string, readonly Side[]>({ max });

  /** Adds the missing locks to the next run of the batch, and remembers them. */
  add(batch: readonly JournalRequest[], { userId, addresses }: LocksMissingError): void {
    const more = addresses.map((address) => ({ address, key: addressKey(address), needed: true }));
    this.byUser.set(userId, withSides(this.byUser.get(userId) ?? [], more));
    this.applyTo(batch);
  }

  applyTo(batch: readonly JournalRequest[]): void {
    if (this.byUser.size === 0) return;
    for (const request of batch) {
      const more = this.byUser.get(request.claim.userId);
      if (more) request.sides = withSides(request.sides, more);
    }
  }
}

function withSides(sides: readonly Side[], more: readonly Side[]): readonly Side[] {
  const missing = more.filter(({ key }) => sides.every((side) => side.key !== key));
  return missing.length === 0 ? sides : [...sides, ...missing];
}
