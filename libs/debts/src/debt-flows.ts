import type { EconomyFlow } from '@app/ledger';

/** What the economy reports of debts. Repayments are part of the reversals that incurred them. */
export const debtFlows: readonly EconomyFlow[] = [
  {
    name: 'forgiven-debt',
    types: ['forgiveness'],
    sql: `
      SELECT asset_code AS asset, amount AS issued, 0 AS absorbed FROM debt_events
      WHERE shard = ANY ($1) AND shard = t.shard AND transaction_id = t.id AND kind = 'forgive'`,
  },
];
