import type { ScopeDefinitions } from '@app/clients';

/** The scope that no capability owns. */
export const requestScopes = {
  admin: {
    allows: 'do everything; assets, freezes and the record of changes need it',
    includes: 'everything',
  },
} as const satisfies ScopeDefinitions;

/**
 * The names of all scopes. Each capability adds its scopes by declaration merging in its `*.scopes.ts`, because `request/`
 * imports no capability.
 */
export interface Scopes extends Record<keyof typeof requestScopes, true> {}

export type Scope = keyof Scopes;
