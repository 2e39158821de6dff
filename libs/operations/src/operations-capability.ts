import type { Capability } from '@app/ledger';
import { operationEffects } from './operation-effect.js';
import { operationGroup } from './operation-group.js';
import { operationsCoverTheirLegs } from './operation-invariants.js';

/** The registration of operations with the ledger. */
export const operationsCapability: Capability<never> = {
  name: 'operations',
  transactionTypes: { operations: 'keyed' },
  refusals: {},
  groupRules: [operationGroup],
  effects: [operationEffects],
  invariants: [operationsCoverTheirLegs],
};
