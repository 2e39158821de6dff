import type { TransactionFilter } from './list-transactions.js';

/**
 * Whether a list can read more rows than it returns. It walks the primary key, or the index by user or by reference, and checks
 * these filters row by row; in the worst case none matches and it reads the whole table.
 */
export function isScan({ type, asset, from, to }: TransactionFilter): boolean {
  return [type, asset, from, to].some((filter) => filter !== undefined);
}
