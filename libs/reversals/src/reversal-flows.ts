import { type EconomyFlow, economyMovements } from '@app/ledger';

/** What the economy reports of reversals, apart from the system accounts that they moved. */
export const reversalFlows: readonly EconomyFlow[] = [
  // Given back to users, and taken back from them: at once, or by repayments.
  { name: 'reversals', types: ['reversal', 'reinstatement', 'repayment'], sql: economyMovements },
  {
    // What was not there to be taken back. A reinstatement also undoes what was forgiven since.
    name: 'write-offs',
    types: ['reversal', 'reinstatement'],
    sql: `
      SELECT asset_code AS asset, CASE kind WHEN 'reversal' THEN written_off ELSE 0 END AS issued,
             CASE kind WHEN 'reversal' THEN 0 ELSE written_off END AS absorbed
      FROM reversals
      WHERE shard = ANY ($1) AND shard = t.shard AND transaction_id = t.id AND written_off > 0`,
  },
];
