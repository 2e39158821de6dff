/**
 * SQL for an audit: the operations of this type in the shard `$1`, with the columns `shard`, `place`, `id` and `user_id` of their
 * transactions and their own `metadata`.
 */
export function selectOperations(type: string): string {
  return `
    SELECT t.shard, t.place, t.id, t.user_id, o.metadata
    FROM transaction_operations o JOIN transactions t ON t.shard = o.shard AND t.id = o.transaction_id
    WHERE o.shard = $1 AND o.type = '${type}'`;
}
