import type { FixedPosting } from '../posting.js';
import type { Effect } from './effect.js';

/** One operation of an accepted group. */
export interface DecidedOperation extends FixedPosting {
  /** Its legs have the numbers from here on in the transaction. */
  firstLeg: number;
}

/** A kind of posting that consists of others: they happen in order, all or none, in one transaction. */
export interface GroupRule {
  /** Unique among all capabilities. */
  readonly name: string;
  /** The effects that record which operations the transaction consists of. */
  record(operations: readonly DecidedOperation[]): readonly Effect[];
}
