import { UserRegistration } from '@app/users';
import { type ContractService, startContractService } from '../support/contract-service.js';
import { asOwner } from '../support/owner.js';
import { becomePlayer, password, post } from '../support/player.js';
import { expectProblem } from '../support/problem-codes.js';
import { instant } from '../support/shapes.js';
import { whereServerHas } from '../../support/server/where-server-has.js';

let service: ContractService;
beforeAll(async () => {
  service = await startContractService();
});
afterAll(() => service.audit());
afterAll(() => service.close());

const register = (userId: string, more: object = {}) => service.client.post('/v1/users', { userId, ...more });

async function balancesOf(userId: string): Promise<Record<string, number>> {
  const { json } = await service.client.get(`/v1/wallets/${userId}`);
  const { balances } = json as { balances: { asset: string; balance: number }[] };
  return Object.fromEntries(balances.map(({ asset, balance }) => [asset, balance]));
}

const welcomed = { DIAMOND: 0, GOLD: 100, LOYALTY: 0, SILVER: 0 };

describe('POST /v1/users', () => {
  it('opens an account in every asset, pays the welcome grant and returns the user', async () => {
    const answer = await register('carol', { metadata: { country: 'NL', tags: [1, { a: null }] } });
    expect({ status: answer.status, json: answer.json as unknown }).toEqual({
      status: 201,
      json: {
        userId: 'carol',
        createdAt: instant,
        registered: true,
        metadata: { country: 'NL', tags: [1, { a: null }] },
        tester: false,
        frozen: null,
        hasPassword: false,
      },
    });
    expect(await balancesOf('carol')).toEqual(welcomed);
    const user = await service.client.get('/v1/users/carol');
    expect({ ...user.json, hasPassword: false }).toEqual(answer.json);
  });

  it('pays the grant as a bonus, listed among the transactions', async () => {
    await register('dora');
    const { json } = await service.client.get('/v1/transactions?userId=dora');
    expect(json).toMatchObject({
      data: [
        {
          type: 'bonus',
          asset: 'GOLD',
          amount: 100,
          reference: null,
          description: 'Welcome',
          metadata: {},
          entries: [{ account: 'promotions' }, { account: 'dora' }],
        },
      ],
      hasMore: false,
    });
  });

  it('answers a retry with 200 and changes nothing, whatever its body', async () => {
    const first = await register('erin', { metadata: { level: 1 } });
    for (const more of [{ metadata: { level: 1 } }, {}, { metadata: { level: 2 } }, { metadata: null }]) {
      const retry = await register('erin', more);
      expect({ status: retry.status, text: retry.text }).toEqual({ status: 200, text: first.text });
    }
    expect(await balancesOf('erin')).toEqual(welcomed);
  });

  it('does not pay again after the grant is spent', async () => {
    await register('frank');
    await service.client.post('/v1/wallets/frank/GOLD/spend', { amount: 100 });
    await register('frank');
    expect(await balancesOf('frank')).toMatchObject({ GOLD: 0 });
  });

  it('registers a user who was only credited before, dated at that credit', async () => {
    await service.client.post('/v1/wallets/grace/SILVER/bonus', { amount: 5 });
    const before = await service.client.get('/v1/users/grace');
    expect(before.json).toEqual({
      userId: 'grace',
      createdAt: instant,
      registered: false,
      metadata: {},
      tester: false,
      frozen: null,
    });
    const answer = await register('grace', { metadata: { level: 3 } });
    expect(answer.status).toBe(201);
    expect(answer.json).toEqual({
      ...before.json,
      ...{ registered: true, metadata: { level: 3 }, hasPassword: false },
    });
    expect(await balancesOf('grace')).toEqual({ ...welcomed, SILVER: 5 });
  });

  it('opens accounts in newer assets on a retry', async () => {
    await register('heidi');
    await service.client.post('/v1/assets', { code: 'RUBY', name: 'Rubies' });
    const accounts = () =>
      asOwner(service.database, `SELECT FROM accounts WHERE owner_id = 'heidi' AND asset_code = 'RUBY'`);
    // The wallet shows every asset; only the table reveals which accounts exist.
    expect(await accounts()).toHaveLength(0);
    expect(await balancesOf('heidi')).toEqual({ ...welcomed, RUBY: 0 });
    expect((await register('heidi')).status).toBe(200);
    expect(await accounts()).toHaveLength(1);
    expect(await balancesOf('heidi')).toEqual({ ...welcomed, RUBY: 0 });
  });

  it('pays the grant on a retry after a crash between registration and grant', async () => {
    await asOwner(service.database, `REVOKE INSERT ON transactions FROM wallet_app`);
    expectProblem(await register('ivan'), 'internal');
    expect(await balancesOf('ivan')).toMatchObject({ GOLD: 0 });
    await asOwner(service.database, `GRANT INSERT ON transactions TO wallet_app`);

    expect((await register('ivan')).status).toBe(200);
    expect(await balancesOf('ivan')).toMatchObject({ GOLD: 100 });
    expect((await register('ivan')).status).toBe(200);
    expect(await balancesOf('ivan')).toMatchObject({ GOLD: 100 });
  });

  it('is open to the game and needs no idempotency key', async () => {
    const answer = await service.as('demo-game-key').send({
      method: 'POST',
      path: '/v1/users',
      headers: { 'content-type': 'application/json' },
      body: '{"userId": "judy"}',
    });
    expect(answer.status).toBe(201);
  });

  it('reports whether the user has a password, and prevents a later sign-up', async () => {
    await becomePlayer(service, 'squatter');
    const taken = await register('squatter');
    expect({ status: taken.status, json: taken.json as unknown }).toMatchObject({
      status: 200,
      json: { userId: 'squatter', hasPassword: true },
    });
    expect((await register('karl')).json).toMatchObject({ hasPassword: false });
    expectProblem(await post(service, '/v1/auth/signup', { userId: 'karl', password }), 'user-exists');
    expect((await register('karl')).json).toMatchObject({ hasPassword: false });
  });

  it.each(['A-Za.z_0:9@x', 'x'.repeat(64), '.hidden', 'auth0|5f7c', '__proto__', 'constructor'])(
    'accepts the user id %s',
    async (userId) => {
      expect((await register(userId)).json).toMatchObject({ userId });
      expect((await service.client.get(`/v1/users/${userId}`)).json).toMatchObject({ userId });
    },
  );
});

describe('users', () => {
  it('are not created by a refused spend', async () => {
    await service.client.post('/v1/wallets/ghost/GOLD/spend', { amount: 1 });
    expectProblem(await service.client.get('/v1/users/ghost'), 'user-not-found', { userId: 'ghost' });
    expectProblem(await service.client.get('/v1/users/ghost/freezes'), 'user-not-found', {
      userId: 'ghost',
    });
  });

  it('are listed once registered, with their registration time', async () => {
    await register('zoe');
    const { json } = await service.client.get('/v1/users?limit=100');
    const { data } = json as { data: { userId: string; createdAt: string }[] };
    expect(data.map(({ userId }) => userId)).toEqual(expect.arrayContaining(['alice', 'carol', 'zoe']));
    expect(new Set(data.map(({ userId }) => userId)).size).toBe(data.length);
    for (const { userId, createdAt } of data) {
      const user = await service.client.get(`/v1/users/${userId}`);
      expect(user.json).toMatchObject({ userId, createdAt });
    }
  });
});

/** The operation beneath sign-up. */
describe('a new registration', () => {
  const registration = () => service.app.get(UserRegistration, { strict: false });
  const registerNew = (userId: string) => registration().registerNew({ userId, metadata: {} });

  it('accepts an unused id and pays the welcome grant', async () => {
    expect(await registration().isTaken('new-1')).toBe(false);
    expect(await registerNew('new-1')).toBe(true);
    expect(await registration().isTaken('new-1')).toBe(true);
    expect(await balancesOf('new-1')).toMatchObject(welcomed);
  });

  it('rejects a registered user', async () => {
    await register('new-2', { metadata: { level: 9 } });
    expect(await registerNew('new-2')).toBe(false);
    expect((await service.client.get('/v1/users/new-2')).json).toMatchObject({ metadata: { level: 9 } });
  });

  it('rejects a user with any account and leaves nothing behind', async () => {
    await service.client.post('/v1/wallets/new-3/SILVER/bonus', { amount: 5 });
    expect(await registration().isTaken('new-3')).toBe(true);
    expect(await registerNew('new-3')).toBe(false);
    expect((await service.client.get('/v1/users/new-3')).json).toMatchObject({ registered: false });
    expect(await balancesOf('new-3')).toEqual({ SILVER: 5 });
  });

  it('rolls back if the work that belongs to it fails', async () => {
    const fails = () => Promise.reject(new Error('no'));
    await expect(registration().registerNew({ userId: 'new-4', metadata: {} }, fails)).rejects.toThrow('no');
    expect(await registration().isTaken('new-4')).toBe(false);
    expectProblem(await service.client.get('/v1/users/new-4'), 'user-not-found', { userId: 'new-4' });
  });

  whereServerHas(
    'distributed',
    () => {
      it('commits together with the work that belongs to it', async () => {
        const outcome = await registration().registerNew(
          { userId: 'new-5', metadata: {} },
          async (queryRunner) => {
            await queryRunner.query(`INSERT INTO assets (code, name) VALUES ('NEW_5', 'x')`);
          },
        );
        expect(outcome).toBe(true);
        expect(await balancesOf('new-5')).toMatchObject({ NEW_5: 0 });
      });
    },
    'its work writes a table of every node after rows of one shard',
  );
});
