import type { Invariant } from '@app/ledger';

/** Audit checks on rewards, in addition to those on their effects. */
export const catalogInvariants: readonly Invariant[] = [
  {
    // A reward for a period has its completion, so each user is rewarded once.
    name: 'rewards-are-completions',
    sql: `
      SELECT t.id::text AS subject, c.transaction_id IS DISTINCT FROM t.id AS bad
      FROM transactions t
      LEFT JOIN task_completions c ON c.shard = t.shard AND c.user_id = t.user_id
        AND c.task_code = t.metadata #>> '{task,task}' AND c.period = t.metadata #>> '{task,period}'
      WHERE t.shard = $1 AND t.type = 'reward' AND t.metadata #>> '{task,period}' IS NOT NULL`,
  },
];
