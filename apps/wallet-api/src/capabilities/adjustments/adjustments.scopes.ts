import type { ScopeDefinitions } from '@app/clients';

/** Adjustments create and destroy credits without a sale: no other scope but `admin` includes this one. */
export const adjustmentScopes = {
  'wallet:adjust': { allows: 'correct balances by hand' },
} as const satisfies ScopeDefinitions;

declare module '../../request/access/scope.js' {
  interface Scopes extends Record<keyof typeof adjustmentScopes, true> {}
}
