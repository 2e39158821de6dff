import type { ScopeDefinitions } from '@app/clients';

export const catalogScopes = {
  'catalog:write': { allows: 'change items, tasks and conversion rates' },
} as const satisfies ScopeDefinitions;

declare module '../../request/access/scope.js' {
  interface Scopes extends Record<keyof typeof catalogScopes, true> {}
}
