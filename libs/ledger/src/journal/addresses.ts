import { type AccountAddress, addressKey } from '@app/accounts';
import type { Route } from '../posting.js';
import type { JournalRequest, Side } from './request.js';

/** The accounts on both sides of each route. */
export function sidesOf(routes: readonly Route[], shard: number): Side[] {
  return routes.flatMap(({ source, destination, asset, locks }) => {
    if (locks === 'user') {
      const address = { shard, owner: source.kind === 'user' ? source : destination, asset };
      return [{ address, key: addressKey(address), needed: false }];
    }
    const from = { shard, owner: source, asset };
    const to = { shard, owner: destination, asset };
    return [
      { address: from, key: addressKey(from), needed: source.kind === 'system' },
      { address: to, key: addressKey(to), needed: true },
    ];
  });
}

/** The accounts that requests touch, without duplicates, by `addressKey`. */
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
