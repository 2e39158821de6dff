import type { Part } from '../history/read-transactions.js';
import type { RecordedTransaction } from '../outcome.js';

/**
 * Members of a transaction that change after it, such as how much of it was reversed. Only a transaction that is read by its id has
 * them: an answer to a write, its replay and a list are functions of what never changes.
 */
export interface LiveMembers {
  /** Unique among all capabilities. */
  readonly name: string;
  /** Reads them in one query; empty if the transaction has none. */
  read(part: Part, transaction: RecordedTransaction): Promise<Readonly<Record<string, unknown>>>;
}
