/**
 * SQL for the digest of a transaction, computed from its rows; NULL if the salt is missing. `transaction` is an alias of
 * `transactions`, and `shards` a condition on the shard of the rows to read, such as `= $1`.
 *
 * `ROW(…)::entries` and not the alias itself: on Citus a row of a shard has the type of the shard.
 */
export function digestOf(transaction: string, shards: string): string {
  return `(
    SELECT transaction_digest(ROW(${transaction}.*)::transactions, salts.salt, (
      SELECT string_agg(entry_bytes(ROW(own.*)::entries), '' ORDER BY own.leg, own.amount) FROM entries own
      WHERE own.shard ${shards} AND own.shard = ${transaction}.shard AND own.place = ${transaction}.place
    ))
    FROM user_salts salts
    WHERE salts.shard ${shards} AND salts.shard = ${transaction}.shard AND salts.user_id = ${transaction}.user_id
  )`;
}
