import { holdTables } from '../../support/held-tables.js';
import { startService, type TestService, type TestServiceOptions } from '../../support/test-service.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { WalletClient } from '../../support/wallet-client.js';
import { startLoggedService } from '../support/logged-service.js';

/** WELCOME_GRANT with values other than the default. */
let database: TestDatabase;
let services: TestService[];
beforeEach(async () => {
  database = await createTestDatabase();
  services = [];
});
afterEach(async () => {
  for (const service of services) {
    await service.audit();
    await service.close();
  }
  await database.drop();
});

async function start(options: TestServiceOptions): Promise<WalletClient> {
  const service = await startService({ database, ...options });
  services.push(service);
  return service.client;
}

async function grantsOf(client: WalletClient, userId: string): Promise<unknown[]> {
  const { json } = await client.get(`/v1/transactions?userId=${userId}&type=bonus`);
  return (json as { data: { asset: string; amount: number }[] }).data.map(({ asset, amount }) => ({
    asset,
    amount,
  }));
}

it('can be switched off', async () => {
  const client = await start({ welcomeGrant: null });
  await client.post('/v1/assets', { code: 'GOLD', name: 'Gold Coins' });
  expect((await client.post('/v1/users', { userId: 'carol' })).status).toBe(201);
  expect(await grantsOf(client, 'carol')).toEqual([]);
});

it('pays a user once, even if the grant changes later', async () => {
  const before = await start({ welcomeGrant: { asset: 'GOLD', amount: 100 } });
  await before.post('/v1/assets', { code: 'GOLD', name: 'Gold Coins' });
  await before.post('/v1/assets', { code: 'SILVER', name: 'Silver Coins' });
  await before.post('/v1/users', { userId: 'carol' });

  const after = await start({ welcomeGrant: { asset: 'SILVER', amount: 5 } });
  expect((await after.post('/v1/users', { userId: 'carol' })).status).toBe(200);
  await after.post('/v1/users', { userId: 'dora' });
  expect(await grantsOf(after, 'carol')).toEqual([{ asset: 'GOLD', amount: 100 }]);
  expect(await grantsOf(after, 'dora')).toEqual([{ asset: 'SILVER', amount: 5 }]);
});

it('logs a grant whose asset is missing, limited or retired, and pays it on a later request', async () => {
  const service = await startLoggedService(database, { WELCOME_GRANT: 'EMERALD:50' });
  const client = new WalletClient(service.url);
  const register = async () => (await client.post('/v1/users', { userId: 'carol' })).status;
  const warnings = async () =>
    (await service.lines()).flatMap(({ level, msg }) =>
      level === 40 && /welcome/.test(String(msg)) ? [msg] : [],
    );

  expect(await register()).toBe(201);
  await client.post('/v1/assets', { code: 'EMERALD', name: 'Emeralds', maxAmount: 20 });
  expect(await register()).toBe(200);
  await client.patch('/v1/assets/EMERALD', { maxAmount: 100, retired: true });
  expect(await register()).toBe(200);
  expect(await grantsOf(client, 'carol')).toEqual([]);
  expect(await warnings()).toEqual([
    'the welcome grant of 50 EMERALD is not paid for now: there is no asset EMERALD',
    'the welcome grant of 50 EMERALD is not paid for now: amounts in EMERALD must be from 1 to 20',
    'the welcome grant of 50 EMERALD is not paid for now: EMERALD is retired',
  ]);

  await client.patch('/v1/assets/EMERALD', { retired: false });
  expect(await register()).toBe(200);
  expect(await register()).toBe(200);
  expect(await grantsOf(client, 'carol')).toEqual([{ asset: 'EMERALD', amount: 50 }]);
  client.close();
  await service.stop();
});

it('is not paid to players while its asset is retired, and is paid once it is back in use', async () => {
  const service = await startService({ database, welcomeGrant: { asset: 'GOLD', amount: 100 } });
  services.push(service);
  const { client } = service;
  await client.post('/v1/assets', { code: 'GOLD', name: 'Gold Coins' });
  await client.patch('/v1/assets/GOLD', { retired: true });
  const enter = (how: string) =>
    service.as('').send({
      method: 'POST',
      path: `/v1/auth/${how}`,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ userId: 'paula', password: 'correct horse battery staple' }),
    });
  expect((await client.post('/v1/users', { userId: 'carol' })).status).toBe(201);
  expect((await enter('signup')).status).toBe(201);
  expect((await enter('login')).status).toBe(200);
  for (const userId of ['carol', 'paula']) expect(await grantsOf(client, userId)).toEqual([]);

  await client.patch('/v1/assets/GOLD', { retired: false });
  for (let times = 0; times < 2; times++) {
    expect((await client.post('/v1/users', { userId: 'carol' })).status).toBe(200);
    expect((await enter('login')).status).toBe(200);
  }
  const grant = { asset: 'GOLD', amount: 100 };
  for (const userId of ['carol', 'paula']) expect(await grantsOf(client, userId)).toEqual([grant]);
});

it.each([
  ['retired', { retired: true }, { retired: false }],
  ['limited to less', { maxAmount: 99 }, { maxAmount: 100 }],
])(
  'is paid later, and once, if its asset is %s while the payment is under way',
  async (_how, change, undo) => {
    const client = await start({ welcomeGrant: { asset: 'GOLD', amount: 100 } });
    await client.post('/v1/assets', { code: 'GOLD', name: 'Gold Coins' });

    // Each time the grant is checked first, and the asset changes before the ledger decides.
    for (let times = 0; times < 2; times++) {
      const keys = await holdTables(database, 'idempotency_keys');
      const registering = client.post('/v1/users', { userId: 'carol' });
      await keys.untilWaiting(1, 'wallet-api');
      await client.patch('/v1/assets/GOLD', change);
      await keys.release();
      expect((await registering).status).toBe(times === 0 ? 201 : 200);
      expect(await grantsOf(client, 'carol')).toEqual([]);
      await client.patch('/v1/assets/GOLD', undo);
    }
    await Promise.all(Array.from({ length: 5 }, () => client.post('/v1/users', { userId: 'carol' })));
    expect(await grantsOf(client, 'carol')).toEqual([{ asset: 'GOLD', amount: 100 }]);
  },
);

it('leaves the user registered if the ledger refuses it, and logs that once', async () => {
  const service = await startLoggedService(database, { WELCOME_GRANT: `GOLD:${Number.MAX_SAFE_INTEGER}` });
  const client = new WalletClient(service.url);
  expect((await client.post('/v1/wallets/carol/GOLD/topup', { amount: 1 })).status).toBe(201);
  expect((await client.post('/v1/users', { userId: 'carol' })).status).toBe(201);
  expect((await client.post('/v1/users', { userId: 'carol' })).status).toBe(200);
  const errors = (await service.lines()).filter(({ level }) => level === 50);
  expect(errors).toMatchObject([
    { msg: 'the welcome grant of a user was refused for good: balance-limit-exceeded' },
  ]);
  client.close();
  await service.stop();
});
