/**
 * The reason why a posting was refused; none of it happened. An open type: capabilities add codes and register for each whether
 * it is final. The members are JSON, stored under the key and returned unchanged.
 */
export interface Refusal {
  readonly code: string;
  readonly [member: string]: string | number | undefined;
}

/** What the caller expected and what was found. A type and not an interface, which no `Refusal` could include. */
export type FailedPrecondition = {
  asset: string;
  condition:
    'if-match' | 'version' | 'minBalance' | 'maxBalance' | 'minAvailable' | 'expectedPrice' | 'minReceived';
  /** Tags for `if-match`, numbers for the others. */
  expected: string | number;
  actual: string | number;
};

/** The refusals of the ledger itself. */
export type LedgerRefusal =
  | { code: 'asset-not-found'; asset: string }
  | { code: 'asset-retired'; asset: string }
  | { code: 'amount-out-of-range'; asset: string; amount: number; minAmount: number; maxAmount: number }
  | ({ code: 'precondition-failed' } & FailedPrecondition)
  | {
      code: 'insufficient-funds';
      asset: string;
      balance: number;
      available: number;
      held: number;
      required: number;
    }
  | { code: 'balance-limit-exceeded'; account: string; asset: string; balance: number; limit: number }
  /** The posting refers to a transaction that the user does not have, by its id or by the `payment` that it credited. */
  | { code: 'transaction-not-found'; transactionId?: string; payment?: string }
  | { code: 'idempotency-key-reused' };

/**
 * `final`: the refusal is the answer to its key forever. `open`: an administrator or an earlier call can still remove the cause,
 * so the key stays free and a retry is decided anew.
 */
export type Finality = 'final' | 'open';
