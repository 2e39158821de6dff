import type { Capability } from '@app/ledger';
import { type AdjustmentRefusal, adjustmentRule } from './adjustment-rule.js';

/** Metadata members that only an adjustment may write into players' transactions. */
export const adjustmentMembers: readonly string[] = ['adjustment'];

/** Registers adjustments with the ledger. */
export const adjustmentsCapability: Capability<AdjustmentRefusal> = {
  name: 'adjustments',
  transactionTypes: { adjustment: 'keyed' },
  systemAccounts: ['adjustments'],
  // Open: an operator can raise the limit, and the same key may then be retried.
  refusals: { 'adjustment-exceeds-limit': 'open' },
  rules: [adjustmentRule],
};
