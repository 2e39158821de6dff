import type { Capability } from '@app/ledger';
import { debtEffects } from './debt-effects.js';
import { debtFlows } from './debt-flows.js';
import { debtInvariants } from './debt-invariants.js';
import { debtRule } from './debt-rule.js';
import { type ForgivenessRefusal, forgivenessRule } from './forgiveness-rule.js';

/** The registration of debts with the ledger. */
export const debtsCapability: Capability<ForgivenessRefusal> = {
  name: 'debts',
  transactionTypes: { repayment: 'keyless', forgiveness: 'keyed' },
  refusals: { 'forgiveness-exceeds-debt': 'final' },
  rules: [forgivenessRule],
  accountRules: [debtRule],
  effects: [debtEffects],
  economyFlows: debtFlows,
  invariants: debtInvariants,
};
