import type { Capability } from '@app/ledger';
import { catalogInvariants } from './rules/catalog-invariants.js';
import type { CatalogRefusal } from './rules/catalog-refusal.js';
import { conversionRule } from './rules/conversion-rule.js';
import { purchaseRule } from './rules/purchase-rule.js';
import { taskCompletions } from './rules/task-completion.js';
import { taskRule } from './rules/task-rule.js';

/** Metadata members that only the catalogue may write into players' transactions. */
export const catalogMembers: readonly string[] = ['purchase', 'task', 'conversion'];

/** The catalogue's registration with the ledger. */
export const catalogCapability: Capability<CatalogRefusal> = {
  name: 'catalogue',
  transactionTypes: { purchase: 'keyed', reward: 'keyed', conversion: 'keyed' },
  systemAccounts: ['exchange'],
  refusals: {
    'item-not-found': 'open',
    'task-not-found': 'open',
    'conversion-not-offered': 'open',
    'item-retired': 'final',
    'task-retired': 'final',
    'task-already-completed': 'final',
    'amount-not-convertible': 'final',
    'amount-too-large': 'final',
  },
  rules: [purchaseRule, taskRule, conversionRule],
  effects: [taskCompletions],
  invariants: catalogInvariants,
};
