import type { ScopeDefinitions } from '@app/clients';

export const userScopes = {
  'users:write': { allows: 'register users, and learn which of them have a password here' },
} as const satisfies ScopeDefinitions;
