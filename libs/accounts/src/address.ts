/**
 * Who holds an account: a user, or the system under the name of one of its accounts (`treasury`). Credits are closed-loop: one side
 * of every movement is a user, the other the system.
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

/** Where an account is found before its id is known: one owner's position in one asset, in one shard. */
export interface AccountAddress {
  shard: number;
  owner: Owner;
  asset: string;
}

/** Equal addresses give equal strings, so that an address can be the key of a Map. */
export function addressKey(address: AccountAddress): string {
  return `${address.shard}/${address.owner.kind}/${address.owner.id}/${address.asset}`;
}

/** The columns of many addresses as parallel arrays, the form in which `unnest` takes them. */
export function addressColumns(addresses: readonly AccountAddress[]) {
  return {
    shards: addresses.map((address) => address.shard),
    distinctShards: [...new Set(addresses.map((address) => address.shard))],
    ownerKinds: addresses.map((address) => address.owner.kind),
    ownerIds: addresses.map((address) => address.owner.id),
    assets: addresses.map((address) => address.asset),
  };
}
