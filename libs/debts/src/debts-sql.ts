/**
 * SQL that joins the row `debts` with the column `last_number`, the number of the latest event of the account, to each row of `wanted`,
 * which has the columns `shard`, `user_id` and `asset_code`. NULL for an account that never owed. `shards` is the parameter with all
 * these shards.
 */
export function joinLastDebtNumbers(wanted: string, shards: string): string {
  return `
    LEFT JOIN LATERAL (
      SELECT account_id FROM debt_events
      WHERE shard = ${wanted}.shard AND shard = ANY (${shards}::smallint[]) AND number = 1
        AND user_id = ${wanted}.user_id AND asset_code = ${wanted}.asset_code
    ) AS debtors ON true
    LEFT JOIN LATERAL (
      SELECT max(number) AS last_number FROM debt_events
      WHERE shard = ${wanted}.shard AND shard = ANY (${shards}::smallint[]) AND account_id = debtors.account_id
    ) AS debts ON true`;
}

/**
 * SQL that sums up how a debt was settled: one row with `repaid` and `forgiven`. `wanted` is a row with the columns `shard`, `reversal_id`
 * and `operation`; `shards` is the parameter with all these shards.
 */
export function selectSettled(wanted: string, shards: string): string {
  return `
    SELECT sum(amount) FILTER (WHERE kind = 'repay') AS repaid, sum(amount) FILTER (WHERE kind = 'forgive') AS forgiven
    FROM debt_events
    WHERE shard = ${wanted}.shard AND shard = ANY (${shards}::smallint[]) AND reversal_id = ${wanted}.reversal_id
      AND operation = ${wanted}.operation`;
}

/** SQL for the debt that a transaction incurred or cancelled for one part: a row with `amount`, 0 if none. */
export function selectDebtOf(transaction: string, operation: string, shard: string): string {
  return `
    SELECT coalesce(sum(amount), 0) AS amount FROM debt_events
    WHERE shard = ${shard} AND transaction_id = ${transaction} AND operation = ${operation}`;
}
