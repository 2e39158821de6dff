/** The accounts of the house: where credits come from and where they go. */
export const systemAccounts = ['treasury', 'promotions', 'revenue', 'exchange'] as const;
export type SystemAccount = (typeof systemAccounts)[number];

/** Who holds an account. Credits are closed-loop: one side of every movement is a user, the other the system. */
export type Owner = { kind: 'user'; id: string } | { kind: 'system'; id: SystemAccount };

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
