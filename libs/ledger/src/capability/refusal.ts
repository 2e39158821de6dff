/**
 * Why a posting was refused; nothing of it happened. Open: a capability adds codes, and registers for each whether it is final. The
 * members are JSON, stored under the key and given again word for word.
 */
export interface Refusal {
  readonly code: string;
  readonly [member: string]: string | number | undefined;
}

/** The refusals of the ledger itself. */
export type LedgerRefusal =
  | { code: 'asset-not-found'; asset: string }
  | { code: 'asset-retired'; asset: string }
  | { code: 'amount-out-of-range'; asset: string; amount: number; minAmount: number; maxAmount: number }
  | { code: 'insufficient-funds'; asset: string; balance: number; required: number }
  | { code: 'balance-limit-exceeded'; account: string; asset: string; balance: number; limit: number }
  | { code: 'idempotency-key-reused' };

/**
 * Whether a refusal is the answer to its key forever. It is not where an administrator or an earlier call can still put it
 * right: the key is then free, and a retry is decided anew.
 */
export type Finality = 'final' | 'open';
