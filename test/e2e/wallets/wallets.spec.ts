import { type ContractService, startContractService } from '../support/contract-service.js';
import { expectProblem } from '../support/problem-codes.js';
import { allAvailable, instant, untilAfter } from '../support/shapes.js';

let service: ContractService;
beforeAll(async () => {
  service = await startContractService();
});
afterAll(() => service.close());

it('shows every balance of a user by asset', async () => {
  const { status, json } = await service.client.get('/v1/wallets/alice');
  expect({ status, json: json as unknown }).toEqual({
    status: 200,
    json: {
      userId: 'alice',
      balances: [
        { asset: 'DIAMOND', ...allAvailable(10), version: 1, updatedAt: instant },
        { asset: 'GOLD', ...allAvailable(1000), version: 1, updatedAt: instant },
        { asset: 'LOYALTY', ...allAvailable(100), version: 1, updatedAt: instant },
        { asset: 'SILVER', ...allAvailable(500), version: 1, updatedAt: instant },
      ],
    },
  });
});

it('shows one balance as the latest transaction left it', async () => {
  await service.client.post('/v1/wallets/carol/GOLD/topup', { amount: 100 });
  const spend = await service.client.post('/v1/wallets/carol/GOLD/spend', { amount: 30 });
  const { json } = await service.client.get('/v1/wallets/carol/GOLD');
  expect(json).toEqual({
    userId: 'carol',
    asset: 'GOLD',
    ...allAvailable(70),
    version: 2,
    updatedAt: (spend.json as { createdAt: string }).createdAt,
  });
});

it('shows 0 at version 0 for an asset that a known user never held', async () => {
  const { json } = await service.client.get('/v1/wallets/bob/DIAMOND');
  expect(json).toEqual({ userId: 'bob', asset: 'DIAMOND', ...allAvailable(0), version: 0, updatedAt: null });
});

it.each(['/v1/wallets/ghost', '/v1/wallets/ghost/GOLD', '/v1/wallets/ghost/GOLD?at=2026-01-01T00:00:00Z'])(
  'answers 404 for the unknown user of %s',
  async (path) => {
    expectProblem(await service.client.get(path), 'user-not-found', { userId: 'ghost' });
  },
);

it.each(['/v1/wallets/alice/COPPER', '/v1/wallets/ghost/COPPER', '/v1/wallets/alice/COPPER/entries'])(
  'answers 404 for the unknown asset of %s',
  async (path) => {
    expectProblem(await service.client.get(path), 'asset-not-found', { asset: 'COPPER' });
  },
);

it('accepts asset codes only in upper case', async () => {
  expectProblem(await service.client.get('/v1/wallets/alice/gold'), 'asset-not-found', { asset: 'gold' });
});

describe('the balance at an instant', () => {
  const balances: { at: string; balance: number; version: number }[] = [];

  beforeAll(async () => {
    for (const amount of [100, 20, 3]) {
      const { json } = await service.client.post('/v1/wallets/dora/GOLD/topup', { amount });
      const { createdAt, balance } = json as { createdAt: string; balance: number };
      balances.push({ at: createdAt, balance, version: balances.length + 1 });
      await untilAfter(createdAt);
    }
  });

  async function balanceAt(at: string): Promise<unknown> {
    return (await service.client.get(`/v1/wallets/dora/GOLD?at=${encodeURIComponent(at)}`)).json;
  }

  function shifted(at: string, ms: number): string {
    return new Date(Date.parse(at) + ms).toISOString();
  }

  it('is that of an entry from the moment it was written', async () => {
    for (const { at, balance, version } of balances) {
      expect(await balanceAt(at)).toEqual({ userId: 'dora', asset: 'GOLD', balance, version, updatedAt: at });
    }
  });

  it('is that of the previous entry until the next one', async () => {
    const [first, second] = balances;
    expect(await balanceAt(shifted(second!.at, -1))).toMatchObject({
      balance: 100,
      version: 1,
      updatedAt: first!.at,
    });
  });

  it.each(['2001-01-01T00:00:00Z', '0001-01-01T00:00:00Z'])(
    'is 0 at version 0 before the first entry (%s)',
    async (at) => {
      expect(await balanceAt(at)).toEqual({
        userId: 'dora',
        asset: 'GOLD',
        balance: 0,
        version: 0,
        updatedAt: null,
      });
    },
  );

  it('is 0 one millisecond before the first entry', async () => {
    expect(await balanceAt(shifted(balances[0]!.at, -1))).toMatchObject({ balance: 0, version: 0 });
  });

  it.each(['now', 'next year', 'at the end of time'])('is the current one %s', async (when) => {
    const at = {
      now: new Date().toISOString(),
      'next year': shifted(new Date().toISOString(), 366 * 86_400_000),
      'at the end of time': '9999-12-31T23:59:59.999Z',
    }[when]!;
    expect(await balanceAt(at)).toMatchObject({ balance: 123, version: 3 });
  });

  it('accepts an offset, lower case and more digits than are stored', async () => {
    const at = balances[1]!.at;
    const inIndia = shifted(at, 5.5 * 3_600_000).replace('Z', '+05:30');
    const inChile = shifted(at, -4 * 3_600_000).replace('Z', '-04:00');
    for (const spelling of [inIndia, inChile, at.toLowerCase(), at.replace('Z', '000000Z')]) {
      expect(await balanceAt(spelling)).toMatchObject({ balance: 120, version: 2 });
    }
    // Includes entries recorded at the instant: the last nanosecond of a millisecond precedes the next one.
    expect(await balanceAt(at.replace('Z', '999999Z'))).toMatchObject({ balance: 120, version: 2 });
    expect(await balanceAt(shifted(at, -1).replace('Z', '999999Z'))).toMatchObject({
      balance: 100,
      version: 1,
    });
  });

  it('is 0 for an asset that the user never held', async () => {
    const { json } = await service.client.get(`/v1/wallets/dora/SILVER?at=${balances[0]!.at}`);
    expect(json).toMatchObject({ balance: 0, version: 0, updatedAt: null });
  });
});

describe('an asset that was created after its users', () => {
  const nothing = { ...allAvailable(0), version: 0, updatedAt: null };

  beforeAll(async () => {
    await service.client.post('/v1/users', { userId: 'early' });
    await service.client.post('/v1/wallets/credited/GOLD/topup', { amount: 5 });
    const created = await service.client.post('/v1/assets', { code: 'EMERALD', name: 'Emeralds' });
    expect(created.status).toBe(201);
  });

  async function wallet(userId: string): Promise<{ asset: string }[]> {
    const { json } = await service.client.get(`/v1/wallets/${userId}`);
    return (json as { balances: { asset: string }[] }).balances;
  }

  it('is in the wallet of a registered user, sorted in and empty', async () => {
    const balances = await wallet('early');
    expect(balances.map(({ asset }) => asset)).toEqual(['DIAMOND', 'EMERALD', 'GOLD', 'LOYALTY', 'SILVER']);
    expect(balances[1]).toEqual({ asset: 'EMERALD', ...nothing });
  });

  it('reads as empty by itself, in its statement and at an instant', async () => {
    const path = '/v1/wallets/early/EMERALD';
    const now = await service.client.get(path);
    expect(now.json).toEqual({ userId: 'early', asset: 'EMERALD', ...nothing });
    const then = await service.client.get(`${path}?at=2030-01-01T00:00:00Z`);
    const empty = { balance: 0, version: 0, updatedAt: null };
    expect(then.json).toEqual({ userId: 'early', asset: 'EMERALD', ...empty });
    const { json } = await service.client.get(`${path}/entries`);
    expect(json).toEqual({ data: [], hasMore: false });
  });

  it('is not in the wallet of a user who was only credited in other assets', async () => {
    expect(await wallet('credited')).toEqual([
      { asset: 'GOLD', ...allAvailable(5), version: 1, updatedAt: instant },
    ]);
  });

  it('appears once after its first credit', async () => {
    const { json } = await service.client.post('/v1/wallets/early/EMERALD/topup', { amount: 3 });
    const { createdAt } = json as { createdAt: string };
    const balances = await wallet('early');
    expect(balances.filter(({ asset }) => asset === 'EMERALD')).toEqual([
      { asset: 'EMERALD', ...allAvailable(3), version: 1, updatedAt: createdAt },
    ]);
    expect(balances).toHaveLength(5);
  });
});

it('finds a user who was registered before any asset existed', async () => {
  const empty = await startContractService({ seed: false, welcomeGrant: null });
  try {
    expect((await empty.client.post('/v1/users', { userId: 'first' })).status).toBe(201);
    expect((await empty.client.get('/v1/wallets/first')).json).toEqual({ userId: 'first', balances: [] });
    await empty.client.post('/v1/assets', { code: 'GOLD', name: 'Gold Coins' });
    const gold = { asset: 'GOLD', ...allAvailable(0), version: 0, updatedAt: null };
    expect((await empty.client.get('/v1/wallets/first')).json).toEqual({ userId: 'first', balances: [gold] });
    expect((await empty.client.get('/v1/wallets/first/GOLD')).json).toEqual({ userId: 'first', ...gold });
    expectProblem(await empty.client.get('/v1/wallets/ghost/GOLD'), 'user-not-found', { userId: 'ghost' });
  } finally {
    await empty.close();
  }
});
