/**
 * Credits that the economy reports apart, by name and day: what was reversed, written off or forgiven. The flows of system accounts
 * need no registration.
 */
export interface EconomyFlow {
  /** Unique among all capabilities: `write-offs`. */
  readonly name: string;
  /** The transactions that have such rows, by registered type. */
  readonly types: readonly string[];
  /**
   * Selects the rows of one transaction `t` (`t.shard`, `t.place`, `t.id`) with the columns `asset`, `issued` and `absorbed`, each amount at least
   * 0. The rows must never change, because past days are cached; the look-up needs an index. `$1` has the shards that a statement
   * reads: `shard = ANY ($1) AND shard = t.shard AND transaction_id = t.id`.
   */
  readonly sql: string;
}

/** The `sql` of a flow that consists of what its transactions moved, as their user sees it. */
export const economyMovements = `
  SELECT a.asset_code AS asset, greatest(e.amount, 0) AS issued, greatest(-e.amount, 0) AS absorbed
  FROM entries e
  JOIN accounts a ON a.shard = ANY ($1) AND a.shard = e.shard AND a.id = e.account_id
  WHERE e.shard = ANY ($1) AND e.shard = t.shard AND e.place = t.place AND a.owner_kind = 'user'`;
