/**
 * The holder of an account: a user, or the system under the name of one of its accounts (`treasury`). Credits are closed-loop:
 * every movement has a user on one side and the system on the other.
 */
export interface Owner {
  kind: 'user' | 'system';
  id: string;
}

/** The owner of a user's accounts. */
export function userOwner(id: string): Owner {
  return { kind: 'user', id };
}

/** The owner of the stripes of a system account. */
export function systemOwner(id: string): Owner {
  return { kind: 'system', id };
}

/** Identifies an account whose id is not known yet: one owner's position in one asset, in one shard. */
export interface AccountAddress {
  shard: number;
  owner: Owner;
  asset: string;
}

/** A Map key: equal addresses give equal strings. */
export function addressKey(address: AccountAddress): string {
  return `${address.shard}/${address.owner.kind}/${address.owner.id}/${address.asset}`;
}

/** Turns addresses into parallel arrays, as `unnest` takes them. */
export function addressColumns(addresses: readonly AccountAddress[]) {
  return {
    shards: addresses.map((address) => address.shard),
    distinctShards: [...new Set(addresses.map((address) => address.shard))],
    ownerKinds: addresses.map((address) => address.owner.kind),
    ownerIds: addresses.map((address) => address.owner.id),
    assets: addresses.map((address) => address.asset),
  };
}
