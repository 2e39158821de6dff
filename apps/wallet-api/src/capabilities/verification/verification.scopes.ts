import type { ScopeDefinitions } from '@app/clients';

/** The audit needs its scope because it reads the whole ledger, which costs more than any other read. */
export const verificationScopes = {
  'ledger:audit': { allows: 'run the audit of the whole ledger' },
} as const satisfies ScopeDefinitions;

declare module '../../request/access/scope.js' {
  interface Scopes extends Record<keyof typeof verificationScopes, true> {}
}
