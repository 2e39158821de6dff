import { administer } from '../../support/administer.js';
import { type ContractService, startContractService } from '../support/contract-service.js';
import { expectProblem } from '../support/problem-codes.js';
import { figuresOf, fundsOf, move, reinstate, reverse } from './support.js';

/** Reversals of what users spent, which goes back to them. */
let service: ContractService;
beforeAll(async () => {
  service = await startContractService();
});
afterAll(() => service.audit());
afterAll(() => service.close());

const max = Number.MAX_SAFE_INTEGER;

it('gives a spend back, all of it or a part, also on a frozen wallet', async () => {
  await move(service.client, 'ann', 'topup', 100);
  const id = await move(service.client, 'ann', 'spend', 80);
  await service.client.post('/v1/users/ann/freeze', { reason: 'test' });
  const part = await reverse(service.client, 'ann', { transactionId: id, amount: 30, cause: 'goodwill' });
  expect(part.json).toMatchObject({
    amount: 30,
    balance: 50,
    entries: [
      { account: 'revenue', direction: 'debit' },
      { account: 'ann', direction: 'credit' },
    ],
  });
  const rest = await reverse(service.client, 'ann', { transactionId: id });
  expect(rest.json).toMatchObject({ amount: 50, balance: 100, reverses: { id, number: 2 } });
  const undone = await reinstate(service.client, 'ann', rest.json.id as string, { amount: 20 });
  expect(undone.json).toMatchObject({ type: 'reinstatement', amount: 20, balance: 80, writtenOff: 0 });
  const { json } = await service.client.get(`/v1/transactions/${id}`);
  expect(json.reversal).toMatchObject({
    reversed: 60,
    remaining: 20,
    items: [{}, {}, { kind: 'reinstatement' }],
  });
});

it('gives a purchase and a reward back', async () => {
  await move(service.client, 'buyer', 'topup', 1000);
  const { json: purchase } = await service.client.post('/v1/wallets/buyer/purchases', { item: 'iron-sword' });
  const back = await reverse(service.client, 'buyer', { transactionId: purchase.id as string });
  expect(back.json).toMatchObject({ amount: purchase.amount, balance: 1000 });
  const { json: reward } = await service.client.post('/v1/wallets/buyer/tasks/daily-login/complete', {});
  const taken = await reverse(service.client, 'buyer', { transactionId: reward.id as string });
  expect(taken.json).toMatchObject({ asset: reward.asset, amount: reward.amount });
  expect((await service.client.post('/v1/wallets/buyer/tasks/daily-login/complete', {})).json).toMatchObject({
    code: 'task-already-completed',
  });
});

describe('a conversion', () => {
  it('is reversed in whole multiples of its rate, and not if the target is spent', async () => {
    await move(service.client, 'con', 'topup', 150, 'SILVER');
    const { json } = await service.client.post('/v1/wallets/con/convert', {
      from: 'SILVER',
      to: 'GOLD',
      amount: 150,
    });
    const transactionId = json.id as string;
    await administer(service.client, 'PUT /v1/conversion-rates/SILVER/GOLD', { fromAmount: 60, toAmount: 1 });
    await move(service.client, 'con', 'spend', 2);
    expectProblem(
      await reverse(service.client, 'con', { transactionId, amount: 75 }),
      'amount-not-convertible',
      {
        from: 'SILVER',
        to: 'GOLD',
        multipleOf: 50,
      },
    );
    expectProblem(await reverse(service.client, 'con', { transactionId }), 'insufficient-funds', {
      asset: 'GOLD',
      balance: 1,
      available: 1,
      held: 0,
      required: 3,
    });
    const one = await reverse(service.client, 'con', { transactionId, amount: 50 });
    expect(one.json).toMatchObject({ asset: 'SILVER', amount: 50, balance: 50, asked: 50 });
    expect(await fundsOf(service.client, 'con')).toMatchObject({ balance: 0 });
    const again = await reinstate(service.client, 'con', one.json.id as string);
    expect(again.json).toMatchObject({ asset: 'SILVER', amount: 50, balance: 0 });
    expect(await fundsOf(service.client, 'con')).toMatchObject({ balance: 1 });
    await administer(service.client, 'PUT /v1/conversion-rates/SILVER/GOLD', { fromAmount: 50, toAmount: 1 });
  });

  it('knows no other shortfall than a refusal', async () => {
    await move(service.client, 'cor', 'topup', 50, 'SILVER');
    const { json } = await service.client.post('/v1/wallets/cor/convert', {
      from: 'SILVER',
      to: 'GOLD',
      amount: 50,
    });
    const answer = await reverse(service.client, 'cor', {
      transactionId: json.id as string,
      onShortfall: 'owe',
    });
    expectProblem(answer, 'validation-failed', {
      errorCount: 1,
      errors: [{ pointer: '/onShortfall', detail: 'must be refuse for a conversion' }],
    });
  });
});

describe('at the largest balance', () => {
  it('a spend is not given back, under its key forever', async () => {
    await move(service.client, 'full', 'topup', 10);
    const id = await move(service.client, 'full', 'spend', 10);
    await move(service.client, 'full', 'topup', max);
    const answer = await reverse(service.client, 'full', { transactionId: id });
    expectProblem(answer, 'balance-limit-exceeded', {
      account: 'full',
      asset: 'GOLD',
      balance: max,
      limit: max,
    });
  });

  it('a top-up is taken back', async () => {
    const id = await move(service.client, 'rich', 'topup', max);
    expect((await reverse(service.client, 'rich', { transactionId: id })).json).toMatchObject({
      amount: max,
    });
  });

  it('a debt is incurred, and no larger one', async () => {
    const first = await move(service.client, 'owing', 'topup', max);
    await move(service.client, 'owing', 'spend', max);
    const second = await move(service.client, 'owing', 'topup', max);
    await move(service.client, 'owing', 'spend', max);
    const owed = await reverse(service.client, 'owing', { transactionId: first });
    expect(figuresOf(owed)).toEqual({ amount: 0, asked: max, owed: max, writtenOff: 0 });
    expectProblem(
      await reverse(service.client, 'owing', { transactionId: second, amount: 1 }),
      'balance-limit-exceeded',
      { account: 'owing', asset: 'GOLD', balance: max, limit: max },
    );
  });
});

it('does not mind a limit that was lowered, nor a retired asset', async () => {
  await administer(service.client, 'POST /v1/assets', { code: 'RARE', name: 'Rare' });
  await move(service.client, 'lim', 'topup', 500, 'RARE');
  const spend = await move(service.client, 'lim', 'spend', 400, 'RARE');
  await administer(service.client, 'PATCH /v1/assets/RARE', { maxAmount: 10, retired: true });
  const back = await reverse(service.client, 'lim', { transactionId: spend });
  expect(back.json).toMatchObject({ asset: 'RARE', amount: 400, balance: 500 });
});

it.each(['reversal', 'reinstatement'])('does not reverse a %s', async (type) => {
  const userId = `no-${type}`;
  const id = await move(service.client, userId, 'topup', 5);
  let { json } = await reverse(service.client, userId, { transactionId: id });
  if (type === 'reinstatement') ({ json } = await reinstate(service.client, userId, json.id as string));
  const answer = await reverse(service.client, userId, { transactionId: json.id as string });
  expectProblem(answer, 'not-reversible', { transactionType: type });
  const { json: read } = await service.client.get(`/v1/transactions/${json.id}`);
  expect(read.reversal).toEqual({ reversible: false, reversed: 0, remaining: 0, items: [] });
});

it('refuses the transaction of another user as unknown, and reinstates only reversals', async () => {
  const transactionId = await move(service.client, 'mine', 'topup', 5);
  expectProblem(await reverse(service.client, 'yours', { transactionId }), 'transaction-not-found', {
    transactionId,
  });
  expectProblem(await reinstate(service.client, 'yours', transactionId), 'transaction-not-found', {
    transactionId,
  });
  expectProblem(await reinstate(service.client, 'mine', transactionId), 'not-reversible', {
    transactionType: 'topup',
  });
});

it.each([
  [{}, '/transactionId', 'must be present, or payment'],
  [{ transactionId: 'x' }, '/transactionId', 'must be a UUID'],
  [
    { payment: { provider: 'a', id: 'b' }, operation: 1 },
    '/operation',
    'must be absent if there is a payment',
  ],
  [{ payment: { provider: 'a', id: 'b', more: 1 } }, '/payment/more', 'is not a known member'],
  [
    { payment: { provider: 'a', id: 'b' }, upTo: { milliPercent: 0 } },
    '/upTo/milliPercent',
    'must be an integer from 1 to 100000',
  ],
  [
    { payment: { provider: 'a', id: 'b' }, amount: 1, upTo: 1 },
    '/upTo',
    'must be absent if there is an amount',
  ],
  [
    { payment: { provider: 'a', id: 'b' }, cause: 'whim' },
    '/cause',
    'must be one of refund, chargeback, fraud, mistake, goodwill',
  ],
])('refuses the body %j', async (body, pointer, detail) => {
  const answer = await reverse(service.client, 'alice', body);
  expect(answer.json).toMatchObject({ code: 'validation-failed', errors: [{ pointer, detail }] });
});
