import type { Owner } from '@app/accounts';
import type { CatalogRefusal } from '@app/catalog';

/** One side of a leg on one account. */
export interface RecordedEntry {
  leg: number;
  owner: Owner;
  asset: string;
  /** Signed whole minor units: positive is a credit, negative a debit. */
  amount: number;
  balanceAfter: number;
  version: number;
}

/** What happened: immutable and balanced. Its entries come leg by leg, the source before the destination. */
export interface RecordedTransaction {
  id: string;
  type: string;
  userId: string;
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

export type Outcome = { replayed: boolean } & ({ transaction: RecordedTransaction } | { refusal: Refusal });
