import type { CatalogRefusal } from '@app/catalog';
import type { LedgerRefusal } from '@app/ledger';

/** The reasons to refuse a reversal or a reinstatement. */
export type ReversalRefusal =
  | { code: 'not-reversible'; transactionType: string }
  | {
      code: 'reversal-exceeds-original';
      /** What the transaction moved; of a reinstatement, what was reversed. */
      original: number;
      reversed: number;
      remaining: number;
    };

/** Those that other capabilities register. */
export type SharedRefusal = Extract<
  LedgerRefusal | CatalogRefusal,
  { code: 'transaction-not-found' | 'balance-limit-exceeded' | 'amount-not-convertible' }
>;
