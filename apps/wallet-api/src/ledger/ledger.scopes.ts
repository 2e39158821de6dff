import type { ScopeDefinitions } from '@app/clients';

/** The audit reads the whole ledger, which costs more than any other read. */
export const ledgerScopes = {
  'ledger:audit': { allows: 'run the audit of the whole ledger' },
} as const satisfies ScopeDefinitions;
