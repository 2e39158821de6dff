import type { Effect } from '@app/ledger';

/** One operation of a transaction, as recorded. */
export interface RecordedOperation {
  /** Counted from 0. */
  position: number;
  type: string;
  /** The number of its first leg in the transaction. */
  firstLeg: number;
  /** How many legs it has. */
  legs: number;
  description: string | null;
  /** The terms that its rule wrote, as canonical JSON. */
  metadata: string;
}

export const effectName = 'operation';

/** The effect that records an operation with its transaction. */
export function recordedOperation(data: RecordedOperation): Effect<RecordedOperation> {
  return { kind: effectName, data };
}
