import type { Owner } from '@app/accounts';
import type { CatalogRefusal } from '@app/catalog';
import type { Actor } from './actor.js';

/** One side of a leg on one account. */
export interface RecordedEntry {
  leg: number;
  owner: Owner;
  asset: string;
  /** Signed whole minor units: positive is a credit, negative a debit. */
  amount: number;
  balanceAfter: bigint;
  version: number;
}

/** What happened: immutable and balanced. Its entries come leg by leg, the source before the destination. */
export interface RecordedTransaction {
  id: string;
  type: string;
  userId: string;
  actor: Actor;
  reference: string | null;
  description: string | null;
  metadata: Record<string, unknown>;
  createdAt: Date;
  entries: RecordedEntry[];
}

/** Why the ledger did not do what was asked. Nothing of the posting happened. */
export type Refusal =
  | { code: 'asset-not-found'; asset: string }
  | { code: 'asset-retired'; asset: string }
  | { code: 'amount-out-of-range'; asset: string; amount: number; minAmount: number; maxAmount: number }
  | { code: 'wallet-frozen'; asset: string }
  | { code: 'insufficient-funds'; asset: string; balance: number; required: number }
  | { code: 'balance-limit-exceeded'; account: string; asset: string; balance: number; limit: number }
  | { code: 'idempotency-key-reused' }
  | CatalogRefusal;

/**
 * Whether a refusal is the answer to its key forever. Not where an administrator or an earlier call can still put it right: the
 * key is then free, and a retry is decided anew.
 */
const isFinal: Record<Refusal['code'], boolean> = {
  'asset-not-found': false,
  'item-not-found': false,
  'task-not-found': false,
  'conversion-not-offered': false,
  'amount-out-of-range': false,
  'asset-retired': true,
  'item-retired': true,
  'task-retired': true,
  'task-already-completed': true,
  'amount-not-convertible': true,
  'amount-too-large': true,
  'wallet-frozen': true,
  'insufficient-funds': true,
  'balance-limit-exceeded': true,
  // It concerns a key that has another outcome.
  'idempotency-key-reused': false,
};

export function isFinalRefusal({ code }: Refusal): boolean {
  return isFinal[code];
}

export type Outcome = { replayed: boolean } & ({ transaction: RecordedTransaction } | { refusal: Refusal });
