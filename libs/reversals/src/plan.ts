import type { DebtEvent } from '@app/debts';
import type { Earmark, Leg, LockedWallet } from '@app/ledger';
import type { Figures, PartFact } from './reversal-facts.js';
import type { Part } from './parts.js';
import type { ReversalRefusal, SharedRefusal } from './reversal-refusal.js';
import type { ReversalRow } from './reversal-row.js';

/** What a request does, part by part. */
export interface Plan {
  rows: ReversalRow[];
  legs: Leg[];
  debts: DebtEvent[];
  earmarks: Earmark[];
}

export type Planned = Plan | { refusal: ReversalRefusal | SharedRefusal };

/** What a plan starts from. */
export interface Ground {
  /** The id of the transaction. */
  transactionId: string;
  wallet: LockedWallet;
  /** A part as the postings decided so far leave it. */
  factOf: (part: Part) => PartFact;
}

export const noFigures: Figures = { asked: 0, taken: 0, owed: 0, writtenOff: 0 };

/** Refuses more than there is. */
export function exceeds(
  asked: number,
  { original, reversed }: { original: number; reversed: number },
): ReversalRefusal | undefined {
  const remaining = original - reversed;
  return asked > remaining ? { code: 'reversal-exceeds-original', original, reversed, remaining } : undefined;
}

/** A conversion is reversed in whole multiples of its rate. */
export function notConvertible({ legs, rate }: Part, amount: number): SharedRefusal | undefined {
  if (!rate || amount % rate.fromAmount === 0) return undefined;
  const [from = '', to = ''] = legs.map(({ asset }) => asset);
  const multipleOf = rate.fromAmount;
  return { code: 'amount-not-convertible', from, to, multipleOf };
}
