import type { Capability } from '@app/ledger';

/** The registration of users with the ledger: every registered user has a place in the shard. */
export const usersCapability: Capability<never> = {
  name: 'users',
  refusals: {},
  placedTables: ['users'],
};
