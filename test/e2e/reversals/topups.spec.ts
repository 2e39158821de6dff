import { type ContractService, startContractService } from '../support/contract-service.js';
import { expectProblem } from '../support/problem-codes.js';
import { figuresOf, fundsOf, move, reinstate, reverse } from './support.js';

/** Reversals of top-ups, bonuses and rewards, which go back to where they came from. */
let service: ContractService;
beforeAll(async () => {
  service = await startContractService();
});
afterAll(() => service.audit());
afterAll(() => service.close());

describe('a top-up', () => {
  it('is reversed in full', async () => {
    const id = await move(service.client, 'full', 'topup', 500);
    const answer = await reverse(service.client, 'full', { transactionId: id, reference: 'refund-1' });
    expect(answer.status).toBe(201);
    expect(answer.json).toMatchObject({
      type: 'reversal',
      userId: 'full',
      asset: 'GOLD',
      amount: 500,
      balance: 0,
      reference: 'refund-1',
      reverses: { id, number: 1 },
      asked: 500,
      owed: 0,
      writtenOff: 0,
      entries: [
        { kind: 'user', account: 'full', direction: 'debit', amount: 500 },
        { kind: 'system', account: 'treasury', direction: 'credit', amount: 500 },
      ],
    });
    expect(answer.json).not.toHaveProperty('parts');
  });

  it('is reversed in parts, up to what it moved', async () => {
    const id = await move(service.client, 'parts', 'topup', 500);
    const first = await reverse(service.client, 'parts', { transactionId: id, amount: 200 });
    expect(first.json).toMatchObject({ amount: 200, balance: 300, reverses: { id, number: 1 } });
    const tooMuch = await reverse(service.client, 'parts', { transactionId: id, amount: 301 });
    expectProblem(tooMuch, 'reversal-exceeds-original', { original: 500, reversed: 200, remaining: 300 });
    const second = await reverse(service.client, 'parts', { transactionId: id, cause: 'chargeback' });
    expect(second.json).toMatchObject({ amount: 300, balance: 0, reverses: { id, number: 2 } });
    const third = await reverse(service.client, 'parts', { transactionId: id });
    expect(third.json).toMatchObject({ asset: 'GOLD', amount: 0, asked: 0, balance: 0, entries: [] });
    const { json } = await service.client.get(`/v1/transactions/${id}`);
    expect(json.reversal).toEqual({
      reversible: true,
      reversed: 500,
      remaining: 0,
      items: [
        {
          id: first.json.id,
          kind: 'reversal',
          cause: 'refund',
          asked: 200,
          amount: 200,
          owed: 0,
          writtenOff: 0,
          createdAt: first.json.createdAt,
        },
        {
          id: second.json.id,
          kind: 'reversal',
          cause: 'chargeback',
          asked: 300,
          amount: 300,
          owed: 0,
          writtenOff: 0,
          createdAt: second.json.createdAt,
        },
        {
          id: third.json.id,
          kind: 'reversal',
          cause: 'refund',
          asked: 0,
          amount: 0,
          owed: 0,
          writtenOff: 0,
          createdAt: third.json.createdAt,
        },
      ],
    });
  });

  it('is reversed up to a total, whatever was reversed before', async () => {
    const id = await move(service.client, 'upto', 'topup', 500);
    const upTo = (total: number) => reverse(service.client, 'upto', { transactionId: id, upTo: total });
    expect(figuresOf(await upTo(200))).toMatchObject({ amount: 200 });
    expect(figuresOf(await upTo(200))).toMatchObject({ amount: 0, asked: 0 });
    expect(figuresOf(await upTo(100))).toMatchObject({ amount: 0, asked: 0 });
    expect(figuresOf(await upTo(500))).toMatchObject({ amount: 300 });
    expectProblem(await upTo(501), 'reversal-exceeds-original', {
      original: 500,
      reversed: 500,
      remaining: 0,
    });
  });
});

describe('credits that are spent already', () => {
  it.each([
    ['topup', 'refund', undefined, { amount: 20, asked: 100, owed: 80, writtenOff: 0 }],
    ['topup', 'chargeback', undefined, { amount: 20, asked: 100, owed: 80, writtenOff: 0 }],
    ['topup', 'fraud', undefined, { amount: 20, asked: 100, owed: 80, writtenOff: 0 }],
    ['topup', 'mistake', undefined, { amount: 20, asked: 100, owed: 0, writtenOff: 80 }],
    ['topup', 'goodwill', undefined, { amount: 20, asked: 100, owed: 0, writtenOff: 80 }],
    ['topup', 'goodwill', 'owe', { amount: 20, asked: 100, owed: 80, writtenOff: 0 }],
    ['bonus', 'fraud', 'owe', { amount: 20, asked: 100, owed: 80, writtenOff: 0 }],
    ['bonus', 'fraud', 'take-what-is-left', { amount: 20, asked: 100, owed: 0, writtenOff: 80 }],
  ] as const)('of a %s reversed as %s with %s', async (type, cause, onShortfall, figures) => {
    const userId = `short-${type}-${cause}-${onShortfall ?? 'default'}`;
    const id = await move(service.client, userId, type, 100);
    await move(service.client, userId, 'spend', 80);
    const answer = await reverse(service.client, userId, {
      transactionId: id,
      cause,
      ...(onShortfall && { onShortfall }),
    });
    expect(figuresOf(answer)).toEqual(figures);
    expect(await fundsOf(service.client, userId)).toEqual({ balance: 0, available: 0, owed: figures.owed });
  });

  it.each([
    ['bonus', undefined],
    ['topup', 'refuse'],
  ] as const)('of a %s are refused with %s', async (type, onShortfall) => {
    const userId = `refused-${type}`;
    const id = await move(service.client, userId, type, 100);
    await move(service.client, userId, 'spend', 80);
    const answer = await reverse(service.client, userId, {
      transactionId: id,
      ...(onShortfall && { onShortfall }),
    });
    expectProblem(answer, 'insufficient-funds', {
      asset: 'GOLD',
      balance: 20,
      available: 20,
      held: 0,
      required: 100,
    });
    expect(await fundsOf(service.client, userId)).toEqual({ balance: 20, available: 20, owed: 0 });
  });

  it('are owed in full if none is left', async () => {
    const id = await move(service.client, 'broke', 'topup', 100);
    await move(service.client, 'broke', 'spend', 100);
    const answer = await reverse(service.client, 'broke', { transactionId: id });
    expect(answer.json).toMatchObject({ asset: 'GOLD', amount: 0, balance: 0, owed: 100, entries: [] });
    expect(await fundsOf(service.client, 'broke')).toEqual({ balance: 0, available: 0, owed: 100 });
  });
});

it('answers a webhook that overtakes its top-up with 404, and the same key works later', async () => {
  const payment = { provider: 'app-store', id: 'overtaken' };
  const body = { payment };
  const early = await reverse(service.client, 'late', body, 'refund-late');
  expectProblem(early, 'transaction-not-found', { payment: 'app-store/overtaken' });
  await service.client.post('/v1/wallets/late/GOLD/topup', {
    amount: 5,
    payment: { ...payment, environment: 'live' },
  });
  const retried = await reverse(service.client, 'late', body, 'refund-late');
  expect(figuresOf(retried)).toEqual({ amount: 5, asked: 5, owed: 0, writtenOff: 0 });
  const { json } = await service.client.get('/v1/payments/app-store/overtaken');
  expect(json.credits[0].reversal).toMatchObject({ reversed: 5, remaining: 0 });
});

it('is undone by a reinstatement, which can be reversed again', async () => {
  const id = await move(service.client, 'won', 'topup', 100);
  await move(service.client, 'won', 'spend', 60);
  const dispute = await reverse(service.client, 'won', { transactionId: id, cause: 'chargeback' });
  expect(figuresOf(dispute)).toEqual({ amount: 40, asked: 100, owed: 60, writtenOff: 0 });
  await move(service.client, 'won', 'bonus', 10);
  expect(await fundsOf(service.client, 'won')).toEqual({ balance: 0, available: 0, owed: 50 });
  const won = await reinstate(service.client, 'won', dispute.json.id as string);
  expect(won.json).toMatchObject({
    type: 'reinstatement',
    reinstates: { id: dispute.json.id },
    amount: 50,
    asked: 100,
    owed: 50,
    writtenOff: 0,
    balance: 50,
  });
  expect(await fundsOf(service.client, 'won')).toEqual({ balance: 50, available: 50, owed: 0 });
  const refund = await reverse(service.client, 'won', {
    transactionId: id,
    onShortfall: 'refuse',
    amount: 50,
  });
  expect(refund.json).toMatchObject({ amount: 50, reverses: { id, number: 3 } });
  expect(
    (await reverse(service.client, 'won', { transactionId: dispute.json.id as string })).json,
  ).toMatchObject({
    code: 'not-reversible',
    transactionType: 'reversal',
  });
});
