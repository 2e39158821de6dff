export interface TransactionFilter {
  userId?: string;
  asset?: string;
  type?: string;
  reference?: string;
  /** Created at or after this instant. Whole milliseconds, like every recorded time. */
  from?: Date;
  /** Created before this instant. */
  to?: Date;
  limit: number;
  /** The cursor: the id of the last transaction seen. */
  startingAfter?: string;
}

interface Condition {
  /** SQL on `transactions t` of the shards `$1`, with `?` for the value. */
  sql: string;
  value: string;
}

/**
 * The condition that a list walks an index by, at most one, and the conditions it must check row by row. `from`, `to` and the
 * cursor are neither: they are ranges of places, the order of every index.
 */
export function conditionsOf({ userId, reference, type, asset }: TransactionFilter): {
  walked: Condition[];
  checked: Condition[];
} {
  const indexed = [
    { sql: `t.user_id = ?`, value: userId },
    { sql: `t.reference = ?`, value: reference },
    { sql: `t.type = ?`, value: type },
  ].filter(isAsked);
  const unindexed = [
    {
      sql: `EXISTS (SELECT FROM entries e JOIN accounts a ON a.shard = e.shard AND a.id = e.account_id
                    WHERE e.shard = t.shard AND e.place = t.place AND e.shard = ANY ($1) AND a.shard = ANY ($1)
                      AND a.asset_code = ?)`,
      value: asset,
    },
  ].filter(isAsked);
  return { walked: indexed.slice(0, 1), checked: [...indexed.slice(1), ...unindexed] };
}

/** Whether a list may examine more rows than it returns, because it has a filter besides the indexed one. */
export function isScan(filter: TransactionFilter): boolean {
  return conditionsOf(filter).checked.length > 0;
}

function isAsked(condition: { sql: string; value: string | undefined }): condition is Condition {
  return condition.value !== undefined;
}
