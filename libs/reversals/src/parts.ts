import type { Leg, RecordedEntry, RecordedTransaction } from '@app/ledger';

/** These go back to the user. */
const spent: ReadonlySet<string> = new Set(['spend', 'purchase', 'capture', 'conversion']);
/** These go back to the account that they came from. */
const granted: ReadonlySet<string> = new Set(['topup', 'bonus', 'reward']);

/** The `operation` of a transaction that does not consist of operations. */
export const whole = -1;

/** A part of a transaction that is reversed for itself: one of its operations, or all of it. */
export interface Part {
  /** Counted from 0, or `whole`. */
  operation: number;
  type: string;
  /** Of the first leg. */
  asset: string;
  amount: number;
  legs: readonly Leg[];
  /** Of a conversion: its rate. It is reversed in whole multiples. */
  rate?: { fromAmount: number; toAmount: number };
}

/** Whether a part of this type can be reversed. */
export function isReversible(type: string): boolean {
  return spent.has(type) || granted.has(type);
}

/** Whether the user was credited. */
export function isGranted({ type }: Pick<Part, 'type'>): boolean {
  return granted.has(type);
}

interface Described {
  type: string;
  metadata: Record<string, unknown>;
}

/** The parts of a transaction that can be reversed; none if its type cannot be. */
export function partsOf(
  transaction: Pick<RecordedTransaction, 'type' | 'metadata' | 'entries' | 'members'>,
): Part[] {
  const legs = legsOf(transaction.entries);
  if (transaction.type !== 'operations') {
    return isReversible(transaction.type) ? [partOf(transaction, whole, legs)] : [];
  }
  let first = 0;
  return (transaction.members['results'] as readonly Described[]).flatMap((result, operation) => {
    const next = first + (result.type === 'conversion' ? 2 : 1);
    const own = legs.slice(first, next);
    first = next;
    return isReversible(result.type) ? [partOf(result, operation, own)] : [];
  });
}

function partOf({ type, metadata }: Described, operation: number, legs: readonly Leg[]): Part {
  const [first] = legs;
  if (!first) throw new Error(`A ${type} without a leg`);
  const rate = type === 'conversion' ? (metadata['conversion'] as NonNullable<Part['rate']>) : undefined;
  const { asset, amount } = first;
  return { operation, type, asset, amount, legs, ...(rate && { rate }) };
}

/** The entries come leg by leg, the source before the destination. */
function legsOf(entries: readonly RecordedEntry[]): Leg[] {
  return entries.flatMap((source, index) => {
    const destination = entries[index + 1];
    if (!destination || destination.leg !== source.leg) return [];
    const { asset, amount } = destination;
    return [{ source: source.owner, destination: destination.owner, asset, amount }];
  });
}

/** The legs of a part for this amount of its asset: in the direction of the original, or back. */
export function legsFor({ legs, rate }: Part, amount: number, direction: 'again' | 'back'): Leg[] {
  return legs.flatMap((leg, index) => {
    const moved = index === 0 || !rate ? amount : (amount / rate.fromAmount) * rate.toAmount;
    if (moved === 0) return [];
    const { source, destination, asset } = leg;
    return direction === 'again'
      ? [{ source, destination, asset, amount: moved }]
      : [{ source: destination, destination: source, asset, amount: moved }];
  });
}
