import { administer } from '../../support/administer.js';
import { type ContractService, startContractService } from '../support/contract-service.js';
import { freeze, unfreeze } from '../support/freezing.js';
import { asOwner } from '../support/owner.js';
import { expectProblem, faultAt } from '../support/problem-codes.js';
import { allAvailable, instant, transactionId } from '../support/shapes.js';

let service: ContractService;
beforeAll(async () => {
  service = await startContractService();
});
afterAll(() => service.audit());
afterAll(() => service.close());

const convert = (userId: string, body: object, key?: string) =>
  service.client.post(`/v1/wallets/${userId}/convert`, body, key);
const silverToGold = (amount: number) => ({ from: 'SILVER', to: 'GOLD', amount });

async function give(userId: string, asset: string, amount: number): Promise<void> {
  await service.client.post(`/v1/wallets/${userId}/${asset}/topup`, { amount });
}

async function balancesOf(userId: string): Promise<Record<string, number>> {
  const { json } = await service.client.get(`/v1/wallets/${userId}`);
  const { balances } = json as { balances: { asset: string; balance: number }[] };
  return Object.fromEntries(balances.map(({ asset, balance }) => [asset, balance]));
}

describe('the rates', () => {
  it('are listed', async () => {
    expect((await service.client.get('/v1/conversion-rates')).json).toEqual({
      data: [
        { from: 'GOLD', to: 'DIAMOND', fromAmount: 50, toAmount: 1 },
        { from: 'SILVER', to: 'GOLD', fromAmount: 50, toAmount: 1 },
      ],
      hasMore: false,
    });
  });

  it('can be set, changed and removed any number of times', async () => {
    const path = '/v1/conversion-rates/LOYALTY/SILVER';
    for (const fromAmount of [3, 3, Number.MAX_SAFE_INTEGER]) {
      const answer = await administer(service.client, `PUT ${path}`, { fromAmount, toAmount: 2 });
      const rate = { from: 'LOYALTY', to: 'SILVER', fromAmount, toAmount: 2 };
      expect({ status: answer.status, json: answer.json as unknown }).toEqual({ status: 200, json: rate });
      expect((await service.client.get('/v1/conversion-rates')).json.data).toContainEqual(rate);
    }
    for (let times = 0; times < 2; times++) {
      const answer = await administer(service.client, `DELETE ${path}`);
      expect({ status: answer.status, text: answer.text }).toEqual({ status: 204, text: '' });
      expect((await service.client.get('/v1/conversion-rates')).text).not.toContain('LOYALTY');
    }
  });

  it.each([
    ['GOLD/COPPER', 'COPPER'],
    ['COPPER/GOLD', 'COPPER'],
  ])('are rejected for %s, because %s does not exist', async (pair, asset) => {
    const body = { fromAmount: 1, toAmount: 1 };
    expectProblem(
      await administer(service.client, `PUT /v1/conversion-rates/${pair}`, body),
      'asset-not-found',
      { asset },
    );
  });

  it('are rejected from an asset to itself', async () => {
    const body = { fromAmount: 1, toAmount: 1 };
    const answer = await administer(service.client, 'PUT /v1/conversion-rates/GOLD/GOLD', body);
    expectProblem(answer, 'validation-failed', faultAt('/to'));
  });

  it.each([
    ['/fromAmount', { toAmount: 1 }],
    ['/toAmount', { fromAmount: 1 }],
    ['/fromAmount', { fromAmount: 0, toAmount: 1 }],
    ['/toAmount', { fromAmount: 1, toAmount: 1.5 }],
    ['/toAmount', { fromAmount: 1, toAmount: 2 ** 53 }],
    ['/rate', { fromAmount: 1, toAmount: 1, rate: 1 }],
  ])('are rejected with a fault at %s: %j', async (pointer, body) => {
    const answer = await administer(service.client, 'PUT /v1/conversion-rates/SILVER/GOLD', body);
    expectProblem(answer, 'validation-failed', faultAt(pointer));
  });

  describe('in a cycle', () => {
    const put = (pair: string, fromAmount: number, toAmount: number) =>
      administer(service.client, `PUT /v1/conversion-rates/${pair}`, { fromAmount, toAmount });
    const remove = (pair: string) => administer(service.client, `DELETE /v1/conversion-rates/${pair}`);
    afterEach(async () => {
      for (const pair of ['GOLD/SILVER', 'DIAMOND/SILVER', 'SILVER/LOYALTY']) await remove(pair);
      expect((await put('SILVER/GOLD', 50, 1)).status).toBe(200);
    });

    it('may return at most the amount put in', async () => {
      expect((await put('GOLD/SILVER', 1, 50)).status).toBe(200);
      const before = (await service.client.get('/v1/conversion-rates')).text;
      const cycle = ['SILVER', 'GOLD', 'SILVER'];
      expectProblem(await put('GOLD/SILVER', 1, 51), 'conversion-cycle-creates-credits', { cycle });
      expect((await service.client.get('/v1/conversion-rates')).text).toBe(before);
      const other = await put('SILVER/GOLD', 49, 1);
      expectProblem(other, 'conversion-cycle-creates-credits', { cycle: ['GOLD', 'SILVER', 'GOLD'] });
    });

    it('are checked across several assets', async () => {
      expect((await put('DIAMOND/SILVER', 1, 2_500)).status).toBe(200);
      expectProblem(await put('DIAMOND/SILVER', 1, 2_501), 'conversion-cycle-creates-credits', {
        cycle: ['SILVER', 'GOLD', 'DIAMOND', 'SILVER'],
      });
    });

    it('ignore a removed rate', async () => {
      await remove('SILVER/GOLD');
      expect((await put('GOLD/SILVER', 1, 1_000)).status).toBe(200);
      expectProblem(await put('SILVER/GOLD', 50, 1), 'conversion-cycle-creates-credits', {
        cycle: ['GOLD', 'SILVER', 'GOLD'],
      });
    });
  });

  it('are limited to 200, each of which can still be changed', async () => {
    await asOwner(
      service.database,
      `INSERT INTO assets (code, name) SELECT 'X' || n, 'X' || n FROM generate_series(1, 15) AS n;
       INSERT INTO conversion_rates
       SELECT one.code, other.code, 1, 1 FROM assets AS one JOIN assets AS other ON one.code <> other.code
       WHERE one.code LIKE 'X%' AND other.code LIKE 'X%' ORDER BY 1, 2 LIMIT 198`,
    );
    const put = (pair: string) =>
      administer(service.client, `PUT /v1/conversion-rates/${pair}`, { fromAmount: 2, toAmount: 1 });
    expectProblem(await put('LOYALTY/X1'), 'too-many-conversion-rates', { limit: 200 });
    expect((await put('X1/X2')).status).toBe(200);
    await administer(service.client, 'DELETE /v1/conversion-rates/X1/X3');
    expect((await put('LOYALTY/X1')).status).toBe(200);
    await asOwner(
      service.database,
      `DELETE FROM conversion_rates WHERE from_asset LIKE 'X%' OR to_asset LIKE 'X%'`,
    );
  });

  it.each(['GO%20LD/SILVER', 'SILVER/GO-LD'])('reject the pair %s', async (pair) => {
    for (const operation of ['PUT', 'DELETE'] as const) {
      const answer = await administer(
        service.client,
        `${operation} /v1/conversion-rates/${pair}`,
        operation === 'PUT' ? { fromAmount: 1, toAmount: 1 } : undefined,
      );
      expectProblem(answer, 'validation-failed', {
        errors: expect.any(Array) as unknown,
        errorCount: expect.any(Number) as unknown,
      });
    }
  });

  it('can be changed only with the scope; the game may only read', async () => {
    const game = service.as('demo-game-key');
    const path = '/v1/conversion-rates/SILVER/GOLD';
    expect((await game.get('/v1/conversion-rates')).status).toBe(200);
    expectProblem(await administer(game, `PUT ${path}`, { fromAmount: 1, toAmount: 1 }), 'forbidden');
    expectProblem(await administer(game, `DELETE ${path}`), 'forbidden');
    expectProblem(await service.as('').get('/v1/conversion-rates'), 'unauthenticated');
  });
});

it('moves both legs through the exchange account in one transaction', async () => {
  await give('carol', 'SILVER', 120);
  const { status, json } = await convert('carol', silverToGold(100));
  const entry = (account: string, asset: string, direction: string, amount: number, more = {}) => ({
    kind: account === 'exchange' ? 'system' : 'user',
    account,
    asset,
    direction,
    amount,
    ...more,
  });
  expect({ status, json: json as unknown }).toEqual({
    status: 201,
    json: {
      id: transactionId,
      type: 'conversion',
      userId: 'carol',
      asset: 'SILVER',
      amount: 100,
      balance: 20,
      reference: null,
      description: '100 SILVER → 2 GOLD',
      metadata: { conversion: { from: 'SILVER', to: 'GOLD', fromAmount: 50, toAmount: 1 } },
      actor: { kind: 'client', id: 'demo-admin' },
      createdAt: instant,
      entries: [
        entry('carol', 'SILVER', 'debit', 100, { balanceAfter: 20, version: 2 }),
        entry('exchange', 'SILVER', 'credit', 100),
        entry('exchange', 'GOLD', 'debit', 2),
        entry('carol', 'GOLD', 'credit', 2, { balanceAfter: 2, version: 1 }),
      ],
    },
  });
  expect(await balancesOf('carol')).toEqual({ GOLD: 2, SILVER: 20 });
  const system = await service.client.get('/v1/system-accounts');
  expect(system.json.data).toContainEqual({ account: 'exchange', asset: 'SILVER', balance: 100 });
  expect(system.json.data).toContainEqual({ account: 'exchange', asset: 'GOLD', balance: -2 });
});

it('appears in the statements and the transactions of both assets', async () => {
  await give('dora', 'SILVER', 50);
  const { id } = (await convert('dora', silverToGold(50))).json as { id: string };
  for (const [asset, direction] of [
    ['SILVER', 'debit'],
    ['GOLD', 'credit'],
  ]) {
    const statement = await service.client.get(`/v1/wallets/dora/${asset!}/entries?limit=1`);
    expect(statement.json.data).toMatchObject([{ transactionId: id, type: 'conversion', direction }]);
    const found = await service.client.get(`/v1/transactions?userId=dora&asset=${asset!}&limit=1`);
    expect(found.json.data).toMatchObject([{ id }]);
  }
});

it('keeps the details of the caller, except members that the catalogue sets', async () => {
  await give('erin', 'SILVER', 50);
  const more = { reference: 'r', description: 'd', metadata: { level: 7, conversion: 'free' } };
  const { json } = await convert('erin', { ...silverToGold(50), ...more });
  expect(json).toMatchObject({
    ...more,
    metadata: { level: 7, conversion: { from: 'SILVER', to: 'GOLD', fromAmount: 50, toAmount: 1 } },
  });
});

it.each([1, 49, 51, 99, Number.MAX_SAFE_INTEGER])(
  'rejects %i, which is not a whole multiple of the rate',
  async (amount) => {
    const answer = await convert('alice', silverToGold(amount));
    expectProblem(answer, 'amount-not-convertible', { from: 'SILVER', to: 'GOLD', multipleOf: 50 });
  },
);

it.each([
  ['GOLD', 'SILVER'],
  ['GOLD', 'GOLD'],
  ['SILVER', 'DIAMOND'],
])('rejects %s to %s, which has no rate', async (from, to) => {
  const answer = await convert('alice', { from, to, amount: 50 });
  expectProblem(answer, 'conversion-not-offered', { from, to });
});

it.each([
  ['COPPER', 'GOLD', 'COPPER'],
  ['GOLD', 'COPPER', 'COPPER'],
  ['COPPER', 'TIN', 'COPPER'],
])('rejects %s to %s, which are not both assets', async (from, to, asset) => {
  expectProblem(await convert('alice', { from, to, amount: 50 }), 'asset-not-found', { asset });
});

it('rejects an amount beyond the balance without either leg', async () => {
  await give('frank', 'SILVER', 99);
  expectProblem(await convert('frank', silverToGold(100)), 'insufficient-funds', {
    asset: 'SILVER',
    ...allAvailable(99),
    required: 100,
  });
  expect(await balancesOf('frank')).toEqual({ SILVER: 99 });
});

it('rejects a frozen wallet', async () => {
  await give('frosty', 'SILVER', 50);
  await freeze(service, 'frosty');
  expectProblem(await convert('frosty', silverToGold(51)), 'amount-not-convertible', {
    from: 'SILVER',
    to: 'GOLD',
    multipleOf: 50,
  });
  expectProblem(await convert('frosty', silverToGold(100)), 'wallet-frozen', { asset: 'SILVER' });
  await unfreeze(service, 'frosty');
  expect((await convert('frosty', silverToGold(50))).status).toBe(201);
});

it('rejects a result beyond the largest amount', async () => {
  await give('grace', 'LOYALTY', 2);
  await administer(service.client, 'PUT /v1/conversion-rates/LOYALTY/SILVER', {
    fromAmount: 1,
    toAmount: Number.MAX_SAFE_INTEGER,
  });
  const answer = await convert('grace', { from: 'LOYALTY', to: 'SILVER', amount: 2 });
  expectProblem(answer, 'amount-too-large', { asset: 'SILVER', limit: Number.MAX_SAFE_INTEGER });
  await administer(service.client, 'DELETE /v1/conversion-rates/LOYALTY/SILVER');
});

it('uses the current rate, and replays the original one to a retry', async () => {
  await give('heidi', 'SILVER', 200);
  const first = await convert('heidi', silverToGold(100), 'heidi-1');
  const path = '/v1/conversion-rates/SILVER/GOLD';
  await administer(service.client, `PUT ${path}`, { fromAmount: 25, toAmount: 3 });
  expect((await convert('heidi', silverToGold(25))).json).toMatchObject({
    description: '25 SILVER → 3 GOLD',
  });
  await administer(service.client, `DELETE ${path}`);
  expectProblem(await convert('heidi', silverToGold(50)), 'conversion-not-offered', {
    from: 'SILVER',
    to: 'GOLD',
  });
  const replay = await convert('heidi', silverToGold(100), 'heidi-1');
  expect({ status: replay.status, text: replay.text }).toEqual({ status: 201, text: first.text });
  await administer(service.client, `PUT ${path}`, { fromAmount: 50, toAmount: 1 });
  expect(await balancesOf('heidi')).toEqual({ GOLD: 5, SILVER: 75 });
});

it.each([
  ['/amount', { from: 'SILVER', to: 'GOLD' }],
  ['/amount', { from: 'SILVER', to: 'GOLD', amount: 0 }],
  ['/amount', { from: 'SILVER', to: 'GOLD', amount: '50' }],
  ['/from', { to: 'GOLD', amount: 50 }],
  ['/to', { from: 'SILVER', to: 'GO LD', amount: 50 }],
  ['/toAmount', { from: 'SILVER', to: 'GOLD', amount: 50, toAmount: 50 }],
])('rejects a body with a fault at %s: %j', async (pointer, body) => {
  expectProblem(await convert('alice', body), 'validation-failed', faultAt(pointer));
});
