/**
 * The well-known keys of the demonstration. They are in no database: a service that was not told to be a
 * demonstration does not have them, whatever was seeded before.
 */
export const demoClients: ReadonlyMap<string, { id: string; scopes: readonly string[] }> = new Map([
  ['demo-game-key', { id: 'demo-game', scopes: ['wallet:read', 'wallet:write', 'users:write'] }],
  ['demo-admin-key', { id: 'demo-admin', scopes: ['admin'] }],
]);
