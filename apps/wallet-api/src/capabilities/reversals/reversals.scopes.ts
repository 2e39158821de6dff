import type { ScopeDefinitions } from '@app/clients';

/** Apart from `wallet:write`: a program that sells need not be able to take credits back. */
export const reversalScopes = {
  'wallet:reverse': { allows: 'reverse transactions and reinstate what was reversed' },
} as const satisfies ScopeDefinitions;

declare module '../../request/access/scope.js' {
  interface Scopes extends Record<keyof typeof reversalScopes, true> {}
}
