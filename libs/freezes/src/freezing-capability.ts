import type { Capability } from '@app/ledger';
import { freezeRule, type FreezeRefusal } from './freeze-rule.js';
import { freezeInvariants } from './freeze-invariants.js';

/** The registration of freezes with the ledger. */
export const freezingCapability: Capability<FreezeRefusal> = {
  name: 'freezing',
  refusals: { 'wallet-frozen': 'final' },
  accountRules: [freezeRule],
  invariants: freezeInvariants,
  placedTables: ['wallet_freezes'],
};
