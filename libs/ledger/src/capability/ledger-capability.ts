import { ledgerInvariants } from '../verification/invariants.js';
import type { Capability } from './capability.js';
import type { LedgerRefusal } from './refusal.js';

/** The ledger's own registration: the three flows in which the caller sets the amount. */
export const ledgerCapability: Capability<LedgerRefusal> = {
  name: 'ledger',
  transactionTypes: { topup: 'keyed', bonus: 'keyed', spend: 'keyed' },
  systemAccounts: ['treasury', 'promotions', 'revenue'],
  refusals: {
    'asset-not-found': 'open',
    'amount-out-of-range': 'open',
    'asset-retired': 'final',
    'precondition-failed': 'final',
    'insufficient-funds': 'final',
    'balance-limit-exceeded': 'final',
    'transaction-not-found': 'open',
    // Open: the key already has another outcome.
    'idempotency-key-reused': 'open',
  },
  invariants: ledgerInvariants,
  placedTables: ['transactions'],
};
