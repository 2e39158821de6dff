import { type ScopeDefinitions, ScopeRegistry } from '@app/clients';
import { catalogScopes } from '../capabilities/catalog/catalog.scopes.js';
import { userScopes } from '../capabilities/users/user.scopes.js';
import { verificationScopes } from '../capabilities/verification/verification.scopes.js';
import { walletScopes } from '../capabilities/wallets/wallet.scopes.js';
import type { Scope } from '../request/access/scope.js';

/**
 * Every scope of the API. A capability defines its scopes next to its routes and adds a line here; without it, this does
 * not compile.
 */
const definitions = {
  ...walletScopes,
  ...userScopes,
  ...catalogScopes,
  ...verificationScopes,
  admin: { allows: 'do everything; assets and freezes need it', includes: 'everything' },
} as const satisfies ScopeDefinitions & Record<Scope, object>;

export const scopes = new ScopeRegistry(definitions);
