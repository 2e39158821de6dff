import { type ScopeDefinitions, ScopeRegistry } from '@app/clients';
import { catalogScopes } from '../catalog/catalog.scopes.js';
import { ledgerScopes } from '../ledger/ledger.scopes.js';
import { userScopes } from '../users/user.scopes.js';
import { walletScopes } from '../wallets/wallet.scopes.js';

const definitions = {
  ...walletScopes,
  ...userScopes,
  ...catalogScopes,
  ...ledgerScopes,
  admin: { allows: 'do everything; assets and freezes need it', includes: 'everything' },
} as const satisfies ScopeDefinitions;

export type Scope = keyof typeof definitions;

/** Every scope of the API. A capability defines its scopes next to its routes and adds a line here. */
export const scopes = new ScopeRegistry(definitions);
