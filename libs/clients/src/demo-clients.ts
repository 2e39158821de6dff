/**
 * The well-known keys of the demonstration. They are not in the database, so a service that is not a demonstration never
 * accepts them, whatever was seeded.
 */
export const demoClients: ReadonlyMap<string, { id: string; scopes: readonly string[] }> = new Map([
  ['demo-game-key', { id: 'demo-game', scopes: ['wallet:read', 'wallet:write', 'users:write'] }],
  ['demo-admin-key', { id: 'demo-admin', scopes: ['admin'] }],
]);
