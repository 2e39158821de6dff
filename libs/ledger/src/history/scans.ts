import type { TransactionFilter } from './list-transactions.js';

/**
 * Whether a list can read more rows than it returns. It walks the primary key, or the index by user or by reference, and checks
 * every other filter row by row. In the worst case none matches, and it reads the whole table, or all rows of the busiest user
 * or the most common reference.
 */
export function isScan({ userId, reference, type, asset, from, to }: TransactionFilter): boolean {
  const walks = [userId, reference].filter((filter) => filter !== undefined).length;
  return walks > 1 || [type, asset, from, to].some((filter) => filter !== undefined);
}
