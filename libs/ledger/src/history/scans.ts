import type { TransactionFilter } from './list-transactions.js';

/**
 * Whether a list can read more rows than it gives: it walks the primary key, or the index by user or by reference, and these
 * filters are compared row by row along the way. In the worst case none matches and the walk ends with the table.
 */
export function isScan({ type, asset, from, to }: TransactionFilter): boolean {
  return [type, asset, from, to].some((filter) => filter !== undefined);
}
