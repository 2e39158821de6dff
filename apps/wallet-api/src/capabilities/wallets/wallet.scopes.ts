import type { ScopeDefinitions } from '@app/clients';

/** Scopes for wallets. A program that sells needs `wallet:spend`; only one that grants credits needs the other writes. */
export const walletScopes = {
  'wallet:read': { allows: 'read every wallet, user, transaction and report' },
  'wallet:credit': { allows: 'top up and grant bonuses' },
  'wallet:spend': { allows: 'spend, hold, purchase and convert' },
  'wallet:reward': { allows: 'complete tasks' },
  'wallet:write': {
    allows: 'credit, spend and reward',
    includes: ['wallet:credit', 'wallet:spend', 'wallet:reward'],
  },
} as const satisfies ScopeDefinitions;

declare module '../../request/access/scope.js' {
  interface Scopes extends Record<keyof typeof walletScopes, true> {}
}
