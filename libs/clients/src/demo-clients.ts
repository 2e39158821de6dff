/**
 * The well-known demo keys. They are not in the database: a service outside demo mode never accepts them, whatever was seeded.
 */
export const demoClients: ReadonlyMap<string, { id: string; scopes: readonly string[] }> = new Map([
  ['demo-game-key', { id: 'demo-game', scopes: ['wallet:read', 'wallet:write', 'users:write'] }],
  ['demo-admin-key', { id: 'demo-admin', scopes: ['admin'] }],
]);
