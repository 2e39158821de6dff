import { ClientKeys, ClientsModule, ScopeRegistry } from '@app/clients';
import { type OpenModule, openModule } from './support/open-module.js';

let clients: OpenModule;
beforeAll(async () => {
  const scopes = new ScopeRegistry({ admin: { allows: 'do everything', includes: 'everything' } });
  clients = await openModule(ClientsModule.withOptions({ demoKeys: true, scopes }));
});
afterAll(() => clients.close());

it('finds the client of a key', async () => {
  expect(await clients.get(ClientKeys).clientOf('demo-admin-key')).toMatchObject({ id: 'demo-admin' });
  expect(await clients.get(ClientKeys).clientOf(`wk_${'0'.repeat(43)}`)).toBeUndefined();
});
