import { type AccountAddress, addressKey } from '@app/accounts';
import { type Posting, routesOf } from '../posting.js';
import type { JournalRequest } from './request.js';

/** An account that a posting touches. */
export interface Side {
  address: AccountAddress;
  /** Its `addressKey`. */
  key: string;
  /**
   * Whether it must exist before the posting can be decided: what is credited, and the stripes of the system. A user account
   * that is only debited is not opened: without it there is nothing to spend.
   */
  needed: boolean;
}

export function sidesOf(posting: Posting, shard: number): Side[] {
  return routesOf(posting).flatMap(({ source, destination, asset }) => {
    const from = { shard, owner: source, asset };
    const to = { shard, owner: destination, asset };
    return [
      { address: from, key: addressKey(from), needed: source.kind === 'system' },
      { address: to, key: addressKey(to), needed: true },
    ];
  });
}

/** The accounts that requests touch, each once, by `addressKey`. */
export function addressesOf(
  requests: readonly JournalRequest[],
  isWanted: (side: Side) => boolean = () => true,
): Map<string, AccountAddress> {
  const addresses = new Map<string, AccountAddress>();
  for (const { sides } of requests) {
    for (const side of sides) if (isWanted(side)) addresses.set(side.key, side.address);
  }
  return addresses;
}
