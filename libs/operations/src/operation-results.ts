import type { RecordedEntry, RecordedTransaction } from '@app/ledger';
import type { RecordedOperation } from './recorded-operation.js';

/** What an operation did to the user, in the answer of its transaction. */
export interface OperationResult {
  type: string;
  asset: string;
  amount: number;
  /** After this operation, before the next. */
  balance: number;
  description: string | null;
  metadata: Record<string, unknown>;
}

/** The results in the order of the operations. The order and spelling of the members are fixed. */
export function resultsOf(
  operations: readonly RecordedOperation[],
  { id, entries }: Pick<RecordedTransaction, 'id' | 'entries'>,
): OperationResult[] {
  const ownByLeg = new Map<number, RecordedEntry>();
  for (const entry of entries) if (entry.owner.kind === 'user') ownByLeg.set(entry.leg, entry);
  return operations.map((operation) => {
    const own = ownByLeg.get(operation.firstLeg);
    if (!own) throw new Error(`Operation ${operation.position} of ${id} has no entry of the user`);
    return {
      type: operation.type,
      asset: own.asset,
      amount: Math.abs(own.amount),
      // A user's balance is within 2^53 − 1.
      balance: Number(own.balanceAfter),
      description: operation.description,
      metadata: JSON.parse(operation.metadata) as Record<string, unknown>,
    };
  });
}
