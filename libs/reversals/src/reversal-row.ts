import type { Effect } from '@app/ledger';
import type { Cause } from './cause.js';

/** A reversal or reinstatement of one part, as recorded. All amounts are whole minor units. */
export interface ReversalRow {
  originalId: string;
  /** The part, counted from 0, or `whole`. */
  operation: number;
  /** Counts the reversals and reinstatements of the part from 1, without a gap. */
  number: number;
  kind: 'reversal' | 'reinstatement';
  cause: Cause;
  asset: string;
  /** The sum of the next three. */
  asked: number;
  taken: number;
  owed: number;
  writtenOff: number;
  originalAmount: number;
  /** The running total. */
  reversedAfter: number;
  balanceAfter: number;
  /** The reversal that a reinstatement undoes. */
  reinstates: string | null;
}

export const effectName = 'reversal';

/** The effect that records a reversal with its transaction. */
export function reversalEffect(data: ReversalRow): Effect<ReversalRow> {
  return { kind: effectName, data };
}
