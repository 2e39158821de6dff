import type { Capability } from '@app/ledger';
import { liveReversals } from './live-reversals.js';
import { reversalEffects } from './reversal-effects.js';
import { reversalFlows } from './reversal-flows.js';
import { reversalInvariants } from './reversal-invariants.js';
import type { ReversalRefusal, SharedRefusal } from './reversal-refusal.js';
import { reversalRule } from './reversal-rule.js';

/** The registration of reversals with the ledger. Needs the capability of debts. */
export const reversalsCapability: Capability<ReversalRefusal, SharedRefusal> = {
  name: 'reversals',
  transactionTypes: { reversal: 'keyed', reinstatement: 'keyed' },
  refusals: { 'not-reversible': 'final', 'reversal-exceeds-original': 'final' },
  rules: [reversalRule],
  effects: [reversalEffects],
  liveMembers: [liveReversals],
  economyFlows: reversalFlows,
  invariants: reversalInvariants,
};
