import type { ScopeDefinitions } from '@app/clients';

export const userScopes = {
  'users:write': { allows: 'register users, name testers, and learn which users have a password here' },
} as const satisfies ScopeDefinitions;

declare module '../../request/access/scope.js' {
  interface Scopes extends Record<keyof typeof userScopes, true> {}
}
