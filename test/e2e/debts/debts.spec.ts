import { figuresOf, fundsOf, move, reinstate, reverse } from '../reversals/support.js';
import { type ContractService, startContractService } from '../support/contract-service.js';
import { expectProblem } from '../support/problem-codes.js';

/** Debts: how they are repaid, forgiven and listed. */
let service: ContractService;
beforeAll(async () => {
  service = await startContractService();
});
afterAll(() => service.audit());
afterAll(() => service.close());

/** Lets a user owe this much for a top-up; the id of the reversal. */
async function owe(userId: string, amount: number, asset = 'GOLD'): Promise<string> {
  const [reversalId = ''] = await oweEach(userId, [amount], asset);
  return reversalId;
}

/** Lets a user owe for several top-ups at once; the ids of the reversals. */
async function oweEach(userId: string, amounts: readonly number[], asset = 'GOLD'): Promise<string[]> {
  const topUps: string[] = [];
  for (const amount of amounts) {
    topUps.push(await move(service.client, userId, 'topup', amount, asset));
    await move(service.client, userId, 'spend', amount, asset);
  }
  const reversals: string[] = [];
  for (const [index, transactionId] of topUps.entries()) {
    const { json } = await reverse(service.client, userId, { transactionId });
    expect(json).toMatchObject({ owed: amounts[index] });
    reversals.push(json.id as string);
  }
  return reversals;
}

const forgive = (userId: string, amount: number, reason = 'test', key?: string) =>
  service.client.post(`/v1/wallets/${userId}/GOLD/owed/forgive`, { amount, reason }, key);

it('is repaid by the next credits, oldest first, in transactions that follow at once', async () => {
  const first = await owe('ann', 30);
  const transactionId = await move(service.client, 'ann', 'topup', 50);
  // The top-up has repaid the first debt, and 20 are left.
  expect(await fundsOf(service.client, 'ann')).toEqual({ balance: 20, available: 20, owed: 0 });
  const { json: second } = await reverse(service.client, 'ann', { transactionId });
  expect(second).toMatchObject({ amount: 20, owed: 30 });
  const { json: bonus } = await service.client.post('/v1/wallets/ann/GOLD/bonus', { amount: 12 });
  expect(bonus).toMatchObject({ balance: 12 });
  expect(await fundsOf(service.client, 'ann')).toEqual({ balance: 0, available: 0, owed: 18 });
  const { json } = await service.client.get('/v1/transactions?userId=ann&type=repayment');
  expect(json.data).toMatchObject([
    {
      amount: 12,
      actor: { kind: 'house', id: 'repayment' },
      repays: [{ id: second.id, amount: 12, outstanding: 18 }],
      entries: [{ account: 'ann' }, { account: 'treasury' }],
    },
    { amount: 30, repays: [{ id: first, amount: 30, outstanding: 0 }] },
  ]);
});

it('goes back to where the original came from', async () => {
  const id = await move(service.client, 'promo', 'bonus', 10);
  await move(service.client, 'promo', 'spend', 10);
  await reverse(service.client, 'promo', { transactionId: id, onShortfall: 'owe' });
  await move(service.client, 'promo', 'topup', 10);
  const { json } = await service.client.get('/v1/transactions?userId=promo&type=repayment');
  expect(json.data[0].entries[1]).toMatchObject({ account: 'promotions', amount: 10 });
});

it('is repaid by operations and by rewards, and leaves nothing to spend in between', async () => {
  await owe('ops', 30);
  const operations = [
    { type: 'bonus', asset: 'GOLD', amount: 20 },
    { type: 'spend', asset: 'GOLD', amount: 5 },
  ];
  const refused = await service.client.post('/v1/wallets/ops/operations', { operations });
  expect(refused.json).toMatchObject({ code: 'insufficient-funds', operation: 1, available: 0 });
  const { json } = await service.client.post('/v1/wallets/ops/operations', { operations: [operations[0]] });
  expect(json).toMatchObject({ results: [{ balance: 20 }] });
  expect(await fundsOf(service.client, 'ops')).toEqual({ balance: 0, available: 0, owed: 10 });
});

it('is decided by a dry run as by the execution', async () => {
  const reversalId = await owe('dry', 30);
  const dryRun = async (path: string, body: object) => {
    const { json } = await service.client.send({
      method: 'POST',
      path: `${path}?dryRun=true`,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return json;
  };
  for (const [path, body] of [
    ['/v1/wallets/dry/GOLD/bonus', { amount: 5 }],
    [`/v1/wallets/dry/reversals/${reversalId}/reinstate`, { amount: 10 }],
    ['/v1/wallets/dry/GOLD/owed/forgive', { amount: 7, reason: 'test' }],
    ['/v1/wallets/dry/GOLD/owed/forgive', { amount: 700, reason: 'test' }],
  ] as const) {
    const dry = await dryRun(path, body);
    const { status, json } = await service.client.post(path, body);
    expect(dry.wouldSucceed).toBe(status === 201);
    if (status !== 201) {
      expect(dry.refusal).toMatchObject({ code: json.code, owed: json.owed });
      continue;
    }
    const { id, createdAt } = json as { id: string; createdAt: string };
    expect({ ...dry.transaction, id, createdAt }).toEqual(json);
  }
});

it('is forgiven, the oldest debt first, and no more than there is', async () => {
  const [first, second] = await oweEach('forgiven', [30, 20]);
  expectProblem(await forgive('forgiven', 51), 'forgiveness-exceeds-debt', { asset: 'GOLD', owed: 50 });
  const answer = await forgive('forgiven', 40, 'Paid by bank transfer', 'forgive-1');
  expect(answer.json).toMatchObject({
    type: 'forgiveness',
    asset: 'GOLD',
    amount: 40,
    balance: 0,
    owed: 10,
    description: 'Paid by bank transfer',
    entries: [],
    forgives: [
      { id: first, amount: 30, outstanding: 0 },
      { id: second, amount: 10, outstanding: 10 },
    ],
  });
  await forgive('forgiven', 10);
  expect((await forgive('forgiven', 40, 'Paid by bank transfer', 'forgive-1')).text).toBe(answer.text);
  expectProblem(await forgive('forgiven', 1), 'forgiveness-exceeds-debt', { asset: 'GOLD', owed: 0 });
  expectProblem(await forgive('never', 1), 'forgiveness-exceeds-debt', { asset: 'GOLD', owed: 0 });
  const { json } = await service.client.post('/v1/wallets/never/NONE/owed/forgive', {
    amount: 1,
    reason: 'x',
  });
  expect(json).toMatchObject({ code: 'asset-not-found' });
});

it('is undone in order: what is owed, what was taken and repaid, what was forgiven', async () => {
  const transactionId = await move(service.client, 'undo', 'topup', 100);
  await move(service.client, 'undo', 'spend', 90);
  const { json } = await reverse(service.client, 'undo', { transactionId, cause: 'chargeback' });
  expect(json).toMatchObject({ amount: 10, owed: 90 });
  await move(service.client, 'undo', 'bonus', 20);
  await forgive('undo', 30);
  // 40 owed, 10 taken, 20 repaid, 30 forgiven.
  const reversalId = json.id as string;
  const steps = [
    [25, { amount: 0, asked: 25, owed: 25, writtenOff: 0 }],
    [20, { amount: 5, asked: 20, owed: 15, writtenOff: 0 }],
    [30, { amount: 25, asked: 30, owed: 0, writtenOff: 5 }],
    [undefined, { amount: 0, asked: 25, owed: 0, writtenOff: 25 }],
    [undefined, { amount: 0, asked: 0, owed: 0, writtenOff: 0 }],
  ] as const;
  for (const [amount, figures] of steps) {
    const answer = await reinstate(
      service.client,
      'undo',
      reversalId,
      amount === undefined ? {} : { amount },
    );
    expect(figuresOf(answer)).toEqual(figures);
  }
  expectProblem(
    await reinstate(service.client, 'undo', reversalId, { amount: 1 }),
    'reversal-exceeds-original',
    {
      original: 100,
      reversed: 100,
      remaining: 0,
    },
  );
  expect(await fundsOf(service.client, 'undo')).toEqual({ balance: 30, available: 30, owed: 0 });
});

it('is listed by user, page by page', async () => {
  for (const [userId, amount] of [
    ['deb-c', 3],
    ['deb-a', 1],
    ['deb-b', 2],
    ['deb-d', 4],
  ] as const) {
    await owe(userId, amount, 'DIAMOND');
  }
  await move(service.client, 'deb-b', 'bonus', 2, 'DIAMOND');
  const first = await service.client.get('/v1/wallets?owing=DIAMOND&limit=2');
  expect(first.json).toEqual({
    data: [
      { userId: 'deb-a', asset: 'DIAMOND', owed: 1, balance: 0, available: 0 },
      { userId: 'deb-c', asset: 'DIAMOND', owed: 3, balance: 0, available: 0 },
    ],
    hasMore: true,
  });
  const second = await service.client.get('/v1/wallets?owing=DIAMOND&limit=2&startingAfter=deb-c');
  expect(second.json).toMatchObject({ data: [{ userId: 'deb-d' }], hasMore: false });
  expect((await service.client.get('/v1/wallets?owing=NONE')).json).toMatchObject({
    code: 'asset-not-found',
  });
  expect((await service.client.get('/v1/wallets')).json).toMatchObject({ code: 'validation-failed' });
});
