import type { Capability, Invariant } from '@app/ledger';
import { selectOperations } from '@app/operations';
import type { CatalogRefusal } from './rules/catalog-refusal.js';
import { conversionRule } from './rules/conversion-rule.js';
import { purchaseRule } from './rules/purchase-rule.js';
import { taskCompletions } from './rules/task-completion.js';
import { taskRule } from './rules/task-rule.js';

/** Metadata members that only the catalogue may write into players' transactions. */
export const catalogMembers: readonly string[] = ['purchase', 'task', 'conversion'];

/** The rewards of a shard with their terms: single ones, and those among the operations of a transaction. */
const rewards = `
  SELECT shard, place, id, user_id, metadata FROM transactions WHERE shard = $1 AND type = 'reward'
  UNION ALL ${selectOperations('reward')}`;

const rewardsAreCompletions = (part: string) => `
  SELECT t.id::text AS subject, c.transaction_id IS DISTINCT FROM t.id AS bad
  FROM (${rewards}) AS t
  LEFT JOIN task_completions c ON c.shard = t.shard AND c.user_id = t.user_id
    AND c.task_code = t.metadata #>> '{task,task}' AND c.period = t.metadata #>> '{task,period}'
  WHERE t.metadata #>> '{task,period}' IS NOT NULL ${part}`;

/** Audit checks on rewards, in addition to those on their effects. */
const catalogInvariants: readonly Invariant[] = [
  {
    // A reward for a period has its completion, so each user is rewarded once.
    name: 'rewards-are-completions',
    sql: rewardsAreCompletions(''),
    sqlOfPart: rewardsAreCompletions('AND t.place > $2 AND t.place <= $3'),
  },
];

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
