import type { Cause, Shortfall } from './cause.js';
import type { Part } from './parts.js';

/** How much of each part to reverse. */
export type Extent =
  | { kind: 'rest' }
  | { kind: 'amount'; amount: number }
  /** The running total after it. */
  | { kind: 'up-to'; total: number }
  /** The same in thousandths of a percent of the part, rounded up. */
  | { kind: 'up-to-share'; milliPercent: number };

/** A request to reverse parts of a transaction. The original never changes, so it is read before the request is queued. */
export interface AskedReversal {
  kind: 'reversal';
  originalId: string;
  /** At least one. */
  parts: readonly Part[];
  extent: Extent;
  cause: Cause;
  onShortfall?: Shortfall | undefined;
}

/** A request to undo a reversal. */
export interface AskedReinstatement {
  kind: 'reinstatement';
  reversalId: string;
  originalId: string;
  /** The parts that the reversal reversed. */
  parts: readonly Part[];
  /** Everything that is left if missing. */
  amount?: number | undefined;
}

/** A request for a transaction that the user does not have. Refused where the key is known. */
export interface AskedUnknown {
  kind: 'unknown';
  named: { transactionId: string } | { payment: string };
}

/** A request for a transaction of a type that cannot be reversed. */
export interface AskedIrreversible {
  kind: 'irreversible';
  type: string;
}

export type Asked = AskedReversal | AskedReinstatement | AskedUnknown | AskedIrreversible;
