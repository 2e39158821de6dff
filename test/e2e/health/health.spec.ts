import { Draining } from '../../../apps/wallet-api/src/request/http/draining.js';
import { type ContractService, startContractService } from '../support/contract-service.js';
import { asOwner } from '../support/owner.js';

let service: ContractService;
beforeAll(async () => {
  service = await startContractService();
});
afterAll(() => service.close());

async function ready(): Promise<{ status: number; json: unknown }> {
  const { status, json } = await service.client.get('/health/ready');
  return { status, json: json as unknown };
}

it('is live', async () => {
  const { status, json } = await service.client.get('/health/live');
  expect({ status, json: json as unknown }).toEqual({ status: 200, json: { status: 'live' } });
});

it('is ready on a migrated database', async () => {
  expect(await ready()).toEqual({
    status: 200,
    json: { status: 'ready', database: 'up', migrations: 'applied', draining: false },
  });
});

it('is not ready while a migration is pending', async () => {
  const [last] = await asOwner<{ timestamp: string; name: string }>(
    service.database,
    `DELETE FROM schema_migrations WHERE timestamp = (SELECT max(timestamp) FROM schema_migrations)
     RETURNING timestamp, name`,
  );
  expect(await ready()).toEqual({
    status: 503,
    json: { status: 'not-ready', database: 'up', migrations: 'pending', draining: false },
  });
  await asOwner(service.database, `INSERT INTO schema_migrations (timestamp, name) VALUES ($1, $2)`, [
    last!.timestamp,
    last!.name,
  ]);
  expect((await ready()).status).toBe(200);
});

// The last test: draining cannot be undone.
it('stays live while it drains, answers not-ready, finishes requests, and closes connections once the listener is closed', async () => {
  const draining = service.app.get(Draining);
  draining.begin();
  expect(await ready()).toEqual({
    status: 503,
    json: { status: 'not-ready', database: 'up', migrations: 'applied', draining: true },
  });
  expect((await service.client.get('/health/live')).status).toBe(200);
  const spend = () => service.client.post('/v1/wallets/alice/GOLD/spend', { amount: 1 });
  const before = await spend();
  expect([before.status, before.headers['connection']]).toEqual([201, 'keep-alive']);
  draining.markListenerClosed();
  const after = await spend();
  expect([after.status, after.headers['connection']]).toEqual([201, 'close']);
});
