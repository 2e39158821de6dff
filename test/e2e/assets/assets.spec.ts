import { type ContractService, startContractService } from '../support/contract-service.js';
import { freeze } from '../support/freezing.js';
import { expectProblem, faultAt } from '../support/problem-codes.js';
import { allAvailable } from '../support/shapes.js';

let service: ContractService;
beforeAll(async () => {
  service = await startContractService();
});

const largest = Number.MAX_SAFE_INTEGER;
const usual = { minAmount: 1, maxAmount: largest, retired: false };

const create = (body: unknown) => service.client.post('/v1/assets', body);
const change = (code: string, body: unknown) => service.client.patch(`/v1/assets/${code}`, body);
const move = (flow: string, amount: number, key?: string) =>
  service.client.post(`/v1/wallets/alice/${flow}`, { amount }, key);

async function listed(code: string): Promise<unknown> {
  const { json } = await service.client.get('/v1/assets');
  return (json as { data: { code: string }[] }).data.find((asset) => asset.code === code);
}

describe('POST /v1/assets', () => {
  it('creates an asset without limits or decimals by default', async () => {
    const answer = await create({ code: 'RUBY', name: 'Rubies' });
    const asset = { code: 'RUBY', name: 'Rubies', decimals: 0, ...usual };
    expect({ status: answer.status, json: answer.json as unknown }).toEqual({ status: 201, json: asset });
    expect(await listed('RUBY')).toEqual(asset);
  });

  it('creates an asset with every optional member', async () => {
    const asset = { code: 'X_9', name: 'Ünits 🗡', decimals: 15, minAmount: 7, maxAmount: 7 };
    const answer = await create(asset);
    const created = { ...asset, retired: false };
    expect({ status: answer.status, json: answer.json as unknown }).toEqual({ status: 201, json: created });
    expect(await listed('X_9')).toEqual(created);
  });

  it('creates an asset that can be credited immediately, even after it was looked up in vain', async () => {
    expectProblem(await move('OPAL/topup', 5, 'too-early'), 'asset-not-found', { asset: 'OPAL' });
    await create({ code: 'OPAL', name: 'Opals' });
    expect((await move('OPAL/topup', 5)).json).toMatchObject({ asset: 'OPAL', balance: 5 });
    expect((await move('OPAL/spend', 2)).json).toMatchObject({ balance: 3 });
    expect((await move('OPAL/topup', 5, 'too-early')).json).toMatchObject({ balance: 8 });
    const { json } = await service.client.get('/v1/system-accounts');
    expect((json as { data: unknown[] }).data).toContainEqual({
      account: 'treasury',
      asset: 'OPAL',
      balance: -10,
    });
  });

  it('rejects a second asset with the same code and leaves the first unchanged', async () => {
    const before = await listed('GOLD');
    expectProblem(await create({ code: 'GOLD', name: 'Fool’s gold', maxAmount: 1 }), 'asset-exists', {
      asset: 'GOLD',
    });
    expect(await listed('GOLD')).toEqual(before);
  });

  it('creates an asset once for a hundred concurrent requests', async () => {
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, index) => create({ code: 'JADE', name: `Jade ${index}` })),
    );
    const created = answers.filter(({ status }) => status === 201);
    expect(created).toHaveLength(1);
    for (const answer of answers)
      if (answer !== created[0]) expectProblem(answer, 'asset-exists', { asset: 'JADE' });
    expect(await listed('JADE')).toEqual(created[0]?.json);
  });
});

describe('PATCH /v1/assets/{code}', () => {
  beforeAll(() => create({ code: 'PEARL', name: 'Pearls', decimals: 2, minAmount: 10, maxAmount: 20 }));
  const pearl = { code: 'PEARL', name: 'Pearls', decimals: 2, minAmount: 10, maxAmount: 20, retired: false };
  afterEach(() => change('PEARL', { name: 'Pearls', minAmount: 10, maxAmount: 20, retired: false }));

  it.each([
    { name: 'Black pearls' },
    { minAmount: 20 },
    { maxAmount: 10 },
    { minAmount: 21, maxAmount: 30 },
    { retired: true },
    { retired: false },
    { name: 'All of them', minAmount: 1, maxAmount: largest, retired: true },
    {},
  ])('changes only the members given: %j', async (body) => {
    const answer = await change('PEARL', body);
    expect({ status: answer.status, json: answer.json as unknown }).toEqual({
      status: 200,
      json: { ...pearl, ...body },
    });
    expect(await listed('PEARL')).toEqual({ ...pearl, ...body });
  });

  it.each([
    [{ minAmount: 21 }, '/minAmount'],
    [{ maxAmount: 9 }, '/maxAmount'],
    [{ name: 'Not even this', minAmount: 5, maxAmount: 4, retired: true }, '/minAmount'],
  ])('rejects %j, which would leave no valid amount', async (body, pointer) => {
    expectProblem(await change('PEARL', body), 'validation-failed', faultAt(pointer));
    expect(await listed('PEARL')).toEqual(pearl);
  });

  it.each(['COPPER', 'pearl'])('answers 404 for %s', async (code) => {
    expectProblem(await change(code, { name: 'x' }), 'asset-not-found', { asset: code });
  });

  it('accepts one of two concurrent changes that contradict each other', async () => {
    for (let round = 0; round < 20; round++) {
      const answers = await Promise.all([
        change('PEARL', { minAmount: 16 }),
        change('PEARL', { maxAmount: 15 }),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
      await change('PEARL', { minAmount: 10, maxAmount: 20 });
    }
  });
});

describe('a limit', () => {
  beforeAll(async () => {
    await create({ code: 'AMBER', name: 'Amber' });
    await move('AMBER/topup', 1000);
    await change('AMBER', { minAmount: 10, maxAmount: 20 });
  });
  const limits = { asset: 'AMBER', minAmount: 10, maxAmount: 20 };

  it.each(['AMBER/topup', 'AMBER/bonus', 'AMBER/spend'])('applies to every %s', async (flow) => {
    for (const amount of [10, 20]) expect((await move(flow, amount)).status).toBe(201);
    for (const amount of [1, 9, 21, largest]) {
      expectProblem(await move(flow, amount), 'amount-out-of-range', { ...limits, amount });
    }
  });

  it('applies to a user who never held the asset, before the funds check', async () => {
    const path = '/v1/wallets/ghost/AMBER/spend';
    const tooMuch = await service.client.post(path, { amount: 21 });
    expectProblem(tooMuch, 'amount-out-of-range', { ...limits, amount: 21 });
    const tooPoor = await service.client.post(path, { amount: 20 });
    expectProblem(tooPoor, 'insufficient-funds', { asset: 'AMBER', ...allAvailable(0), required: 20 });
  });

  it('leaves the key of a rejected request free, and replays what was accepted before', async () => {
    const first = await move('AMBER/topup', 500, 'large');
    expectProblem(first, 'amount-out-of-range', { ...limits, amount: 500 });
    const accepted = await move('AMBER/topup', 15, 'usual');
    await change('AMBER', { minAmount: 100, maxAmount: 900 });
    const retry = await move('AMBER/topup', 500, 'large');
    expect([retry.status, retry.headers['idempotency-replayed']]).toEqual([201, undefined]);
    expect((await move('AMBER/topup', 15, 'usual')).text).toBe(accepted.text);
    await change('AMBER', { minAmount: 10, maxAmount: 20 });
  });

  it('does not cap balances', async () => {
    for (let times = 0; times < 3; times++) await move('AMBER/topup', 20);
    const { json } = await service.client.get('/v1/wallets/alice/AMBER');
    expect((json as { balance: number }).balance).toBeGreaterThan(20);
  });

  it('is checked before the freeze of a wallet', async () => {
    await service.client.post('/v1/wallets/frosty/AMBER/topup', { amount: 20 });
    await freeze(service, 'frosty');
    const spend = (amount: number) => service.client.post('/v1/wallets/frosty/AMBER/spend', { amount });
    expectProblem(await spend(21), 'amount-out-of-range', { ...limits, amount: 21 });
    expectProblem(await spend(20), 'wallet-frozen', { asset: 'AMBER' });
  });
});

afterAll(() => service.audit());
afterAll(() => service.close());
