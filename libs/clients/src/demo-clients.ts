import type { Client } from './client-keys.js';
import { scopes } from './scopes.js';

/**
 * The keys that everybody knows, for a demonstration. They are in no database: a service that was not told to be a
 * demonstration does not have them, whatever was seeded before.
 */
export const demoClients: ReadonlyMap<string, Client> = new Map([
  ['demo-game-key', { id: 'demo-game', scopes: new Set(['wallet:read', 'wallet:write'] as const) }],
  ['demo-admin-key', { id: 'demo-admin', scopes: new Set(scopes) }],
]);
