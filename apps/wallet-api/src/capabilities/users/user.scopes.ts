import type { ScopeDefinitions } from '@app/clients';

export const userScopes = {
  'users:write': { allows: 'register users, and learn which of them have a password here' },
} as const satisfies ScopeDefinitions;

declare module '../../request/access/scope.js' {
  interface Scopes extends Record<keyof typeof userScopes, true> {}
}
