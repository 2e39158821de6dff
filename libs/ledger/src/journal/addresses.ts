import { type AccountAddress, addressKey } from '@app/accounts';
import { routesOf } from '../posting.js';
import type { JournalRequest } from './request.js';

/** Every account that the postings of a batch touch, each once. */
export function addressesOf(requests: readonly JournalRequest[]): AccountAddress[] {
  return unique(requests.flatMap((request) => [...sides(request)].map(({ address }) => address)));
}

/**
 * The accounts that must exist before the batch can be decided: what is credited, and the stripes of the
 * system. A user account that is only debited is not opened: without it there is nothing to spend.
 */
export function addressesToOpen(requests: readonly JournalRequest[]): AccountAddress[] {
  return unique(
    requests.flatMap((request) =>
      [...sides(request)]
        .filter(({ address, credited }) => credited || address.owner.kind === 'system')
        .map(({ address }) => address),
    ),
  );
}

function* sides({ claim: { shard }, posting }: JournalRequest) {
  for (const { source, destination, asset } of routesOf(posting)) {
    yield { address: { shard, owner: source, asset }, credited: false };
    yield { address: { shard, owner: destination, asset }, credited: true };
  }
}

function unique(addresses: readonly AccountAddress[]): AccountAddress[] {
  return [...new Map(addresses.map((address) => [addressKey(address), address])).values()];
}
