import { administer } from '../../support/administer.js';
import { type ContractService, startContractService } from '../support/contract-service.js';
import { freeze } from '../support/freezing.js';
import { becomePlayer } from '../support/player.js';
import { expectProblem } from '../support/problem-codes.js';
import { allAvailable } from '../support/shapes.js';

/** SILVER and GOLD are retired here: which movements still work, and which do not. */
let service: ContractService;
beforeAll(async () => {
  service = await startContractService();
});
afterAll(() => service.audit());
afterAll(() => service.close());

const post = (path: string, body: object, key?: string) =>
  service.client.post(`/v1/wallets/${path}`, body, key);

async function retire(asset: string, retired = true): Promise<void> {
  const { status, json } = await service.client.patch(`/v1/assets/${asset}`, { retired });
  expect({ status, json: json as unknown }).toMatchObject({ status: 200, json: { code: asset, retired } });
}

/** The balance of one asset in `GET /v1/wallets/{userId}`. */
async function balanceOf(userId: string, asset: string): Promise<unknown> {
  const { json } = await service.client.get(`/v1/wallets/${userId}`);
  const { balances } = json as { balances: { asset: string; balance: number }[] };
  return balances.find((balance) => balance.asset === asset)?.balance;
}

describe('a retired asset', () => {
  beforeAll(async () => {
    const rate = { fromAmount: 1, toAmount: 1 };
    await administer(service.client, 'PUT /v1/conversion-rates/LOYALTY/SILVER', rate);
    await retire('SILVER');
  });
  afterAll(() => retire('SILVER', false));

  it('is the only one listed as retired', async () => {
    const { json } = await service.client.get('/v1/assets');
    const { data } = json as { data: { code: string; retired: boolean }[] };
    expect(data.map(({ code, retired }) => [code, retired])).toEqual([
      ['DIAMOND', false],
      ['GOLD', false],
      ['LOYALTY', false],
      ['SILVER', true],
    ]);
  });

  it.each([
    ['a top-up', 'alice/SILVER/topup', { amount: 5 }],
    ['a bonus', 'alice/SILVER/bonus', { amount: 5 }],
    ['a reward', 'alice/tasks/watch-ad/complete', {}],
    ['a conversion into it', 'alice/convert', { from: 'LOYALTY', to: 'SILVER', amount: 5 }],
    ['a top-up of a user who never held it', 'stranger/SILVER/topup', { amount: 5 }],
  ])('rejects %s', async (_what, path, body) => {
    const before = [await balanceOf('alice', 'SILVER'), await balanceOf('alice', 'LOYALTY')];
    expectProblem(await post(path, body), 'asset-retired', { asset: 'SILVER' });
    expect([await balanceOf('alice', 'SILVER'), await balanceOf('alice', 'LOYALTY')]).toEqual(before);
  });

  it('can be spent, pay for purchases, and be converted into other assets', async () => {
    expect((await post('alice/SILVER/spend', { amount: 10 })).json).toMatchObject({ balance: 490 });
    const bought = await post('alice/purchases', { item: 'health-potion' });
    expect(bought.json).toMatchObject({ asset: 'SILVER', balance: 475 });
    const converted = await post('alice/convert', { from: 'SILVER', to: 'GOLD', amount: 50 });
    expect(converted.json).toMatchObject({ asset: 'SILVER', balance: 425 });
    expect(await balanceOf('alice', 'GOLD')).toBe(1001);
  });

  it('still appears in wallets, statements, reports, items, tasks and rates', async () => {
    expect(await balanceOf('bob', 'SILVER')).toBe(250);
    for (const path of [
      '/v1/wallets/bob/SILVER',
      '/v1/wallets/bob/SILVER/entries',
      '/v1/economy/SILVER/days',
      '/v1/economy/SILVER/holders',
      '/v1/items/health-potion',
      '/v1/tasks/watch-ad',
    ]) {
      expect((await service.client.get(path)).status).toBe(200);
    }
    const { supply } = (await service.client.get('/v1/economy')).json as { supply: { asset: string }[] };
    expect(supply.map(({ asset }) => asset)).toContain('SILVER');
    const rates = await service.client.get('/v1/conversion-rates');
    expect(rates.json.data).toContainEqual({ from: 'LOYALTY', to: 'SILVER', fromAmount: 1, toAmount: 1 });
  });

  it('can be named by new items, tasks and rates', async () => {
    const named = { name: 'Late', asset: 'SILVER' };
    const answers = [
      await administer(service.client, 'POST /v1/items', { ...named, code: 'late', price: 1 }),
      await administer(service.client, 'POST /v1/tasks', {
        ...named,
        code: 'late',
        reward: 1,
        limit: 'once',
      }),
      await administer(service.client, 'PUT /v1/conversion-rates/DIAMOND/SILVER', {
        fromAmount: 1,
        toAmount: 1,
      }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 200]);
    await administer(service.client, 'DELETE /v1/conversion-rates/DIAMOND/SILVER');
  });

  it('is in the wallet of a newly registered user, and freezes with it', async () => {
    await service.client.post('/v1/users', { userId: 'newcomer' });
    expect(await balanceOf('newcomer', 'SILVER')).toBe(0);
    await freeze(service, 'newcomer');
    await retire('SILVER', false);
    await post('newcomer/SILVER/topup', { amount: 5 });
    await retire('SILVER');
    expectProblem(await post('newcomer/SILVER/spend', { amount: 5 }), 'wallet-frozen', { asset: 'SILVER' });
  });

  it('gives players the same refusal as clients', async () => {
    const { client } = await becomePlayer(service, 'paula');
    await post('paula/LOYALTY/topup', { amount: 5 });
    const conversion = { from: 'LOYALTY', to: 'SILVER', amount: 5 };
    const answer = await client.post('/v1/wallets/paula/convert', conversion);
    expectProblem(answer, 'asset-retired', { asset: 'SILVER' });
  });
});

it('rejects credits in a retired asset that no user ever held', async () => {
  await service.client.post('/v1/assets', { code: 'DEAD', name: 'A trial' });
  await retire('DEAD');
  expectProblem(await post('alice/DEAD/topup', { amount: 1 }), 'asset-retired', { asset: 'DEAD' });
  expectProblem(await post('alice/DEAD/spend', { amount: 1 }), 'insufficient-funds', {
    asset: 'DEAD',
    ...allAvailable(0),
    required: 1,
  });
});

it('replays the refusal to its key, and earlier credits to theirs', async () => {
  const topup = (key: string) => post('carol/GOLD/topup', { amount: 7 }, key);
  const before = await topup('before');
  await retire('GOLD');
  expectProblem(await topup('meanwhile'), 'asset-retired', { asset: 'GOLD' });
  const replayed = await topup('before');
  expect([replayed.status, replayed.text]).toEqual([201, before.text]);
  await retire('GOLD', false);
  const refused = await topup('meanwhile');
  expectProblem(refused, 'asset-retired', { asset: 'GOLD' });
  expect(refused.headers['idempotency-replayed']).toBe('true');
  expect((await topup('after')).json).toMatchObject({ balance: 14 });
});

it('lets a task be completed later if its reward was refused', async () => {
  await retire('GOLD');
  expectProblem(await post('dora/tasks/tutorial/complete', {}), 'asset-retired', { asset: 'GOLD' });
  await retire('GOLD', false);
  expect((await post('dora/tasks/tutorial/complete', {})).json).toMatchObject({ amount: 50, balance: 50 });
});
