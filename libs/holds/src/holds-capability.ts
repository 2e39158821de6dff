import type { Capability } from '@app/ledger';
import { holdEffects } from './hold-effect.js';
import { heldByOpenHolds, holdsAddUp } from './hold-invariants.js';
import type { HoldRefusal } from './hold-refusal.js';
import { holdRule } from './hold-rule.js';
import { lapseRule } from './lapse-rule.js';

/** The registration of holds with the ledger. */
export const holdsCapability: Capability<HoldRefusal> = {
  name: 'holds',
  transactionTypes: { hold: 'keyed', capture: 'keyed', void: 'keyed', lapse: 'keyless' },
  refusals: {
    'hold-not-found': 'open',
    'hold-closed': 'final',
    'hold-lapsed': 'final',
    'capture-exceeds-hold': 'final',
    'too-many-holds': 'final',
  },
  rules: [holdRule],
  accountRules: [lapseRule],
  effects: [holdEffects],
  invariants: [holdsAddUp, heldByOpenHolds],
};
