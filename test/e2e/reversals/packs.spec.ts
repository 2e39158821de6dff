import { send } from '../operations/support.js';
import { type ContractService, startContractService } from '../support/contract-service.js';
import { expectProblem } from '../support/problem-codes.js';
import { fundsOf, move, reinstate, reverse } from './support.js';

/** Reversals of several operations and of payments. */
let service: ContractService;
beforeAll(async () => {
  service = await startContractService();
});
afterAll(() => service.audit());
afterAll(() => service.close());

const live = (id: string) => ({ provider: 'app-store', id, environment: 'live' });
const pack = [
  { type: 'topup', asset: 'GOLD', amount: 501 },
  { type: 'bonus', asset: 'LOYALTY', amount: 25 },
  { type: 'spend', asset: 'GOLD', amount: 100 },
];

describe('operations', () => {
  it('are all reversed, the last first', async () => {
    const { json } = await send(service.client, 'all', pack);
    const answer = await reverse(service.client, 'all', { transactionId: json.id as string });
    expect(answer.json).toMatchObject({
      asset: 'GOLD',
      amount: 501,
      balance: 0,
      reverses: { id: json.id, number: 1 },
      parts: [
        { operation: 0, asset: 'GOLD', number: 1, asked: 501, amount: 501, owed: 0, writtenOff: 0 },
        { operation: 1, asset: 'LOYALTY', number: 1, asked: 25, amount: 25, owed: 0, writtenOff: 0 },
        { operation: 2, asset: 'GOLD', number: 1, asked: 100, amount: 100, owed: 0, writtenOff: 0 },
      ],
    });
    expect(await fundsOf(service.client, 'all')).toEqual({ balance: 0, available: 0, owed: 0 });
    const { json: read } = await service.client.get(`/v1/transactions/${json.id}`);
    expect(read.reversal).toMatchObject({
      reversed: 626,
      remaining: 0,
      parts: [
        { operation: 0, asset: 'GOLD', reversed: 501, remaining: 0 },
        { operation: 1, asset: 'LOYALTY', reversed: 25, remaining: 0 },
        { operation: 2, asset: 'GOLD', reversed: 100, remaining: 0 },
      ],
    });
    const undone = await reinstate(service.client, 'all', answer.json.id as string);
    expect(undone.json).toMatchObject({
      type: 'reinstatement',
      parts: [{ amount: 501 }, { amount: 25 }, { amount: 100 }],
    });
    expect(await fundsOf(service.client, 'all')).toMatchObject({ balance: 401 });
  });

  it('are reversed one by one', async () => {
    const { json } = await send(service.client, 'one', pack);
    const transactionId = json.id as string;
    const one = await reverse(service.client, 'one', { transactionId, operation: 1, amount: 5 });
    expect(one.json).toMatchObject({
      asset: 'LOYALTY',
      amount: 5,
      balance: 20,
      parts: [{ operation: 1, amount: 5 }],
    });
    const both = await reverse(service.client, 'one', { transactionId, operation: 1 });
    expect(both.json).toMatchObject({ amount: 20, reverses: { number: 2 } });
    for (const [body, pointer] of [
      [{ amount: 5 }, '/amount'],
      [{ upTo: 5 }, '/upTo'],
      [{ operation: 3 }, '/operation'],
    ] as const) {
      const answer = await reverse(service.client, 'one', { transactionId, ...body });
      expect(answer.json).toMatchObject({ code: 'validation-failed', errors: [{ pointer }] });
    }
    const single = await move(service.client, 'one', 'topup', 5);
    const answer = await reverse(service.client, 'one', { transactionId: single, operation: 0 });
    expect(answer.json).toMatchObject({ code: 'validation-failed', errors: [{ pointer: '/operation' }] });
  });

  it('can be conversions, whose other asset another operation moves', async () => {
    const { json } = await send(service.client, 'mix', [
      { type: 'topup', asset: 'SILVER', amount: 200 },
      { type: 'conversion', from: 'SILVER', to: 'GOLD', amount: 100 },
      { type: 'bonus', asset: 'GOLD', amount: 7 },
      { type: 'conversion', from: 'SILVER', to: 'GOLD', amount: 50 },
    ]);
    const answer = await reverse(service.client, 'mix', { transactionId: json.id as string });
    expect(answer.json.parts).toMatchObject([
      { amount: 200 },
      { amount: 100 },
      { amount: 7 },
      { amount: 50 },
    ]);
    expect(await fundsOf(service.client, 'mix')).toMatchObject({ balance: 0 });
    expect(await fundsOf(service.client, 'mix', 'SILVER')).toMatchObject({ balance: 0 });
  });
});

describe('a payment', () => {
  it('is reversed with all its credits, and not with what the pack spent', async () => {
    await send(service.client, 'paid', pack, { details: { payment: live('pack') } });
    const payment = { provider: 'app-store', id: 'pack' };
    const half = await reverse(service.client, 'paid', { payment, upTo: { milliPercent: 50_000 } });
    expect(half.json.parts).toMatchObject([
      { operation: 0, asset: 'GOLD', amount: 251 },
      { operation: 1, asset: 'LOYALTY', amount: 13 },
    ]);
    const again = await reverse(service.client, 'paid', { payment, upTo: { milliPercent: 50_000 } });
    expect(again.json).toMatchObject({
      amount: 0,
      asked: 0,
      entries: [],
      parts: [{ amount: 0, number: 2 }, { amount: 0 }],
    });
    const rest = await reverse(service.client, 'paid', { payment, cause: 'chargeback' });
    expect(rest.json.parts).toMatchObject([
      { asset: 'GOLD', asked: 250, amount: 150, owed: 100 },
      { asset: 'LOYALTY', asked: 12, amount: 12, owed: 0 },
    ]);
    const { json } = await service.client.get('/v1/payments/app-store/pack');
    expect(json.credits[0].reversal.parts).toMatchObject([
      { operation: 0, reversed: 501 },
      { operation: 1, reversed: 25 },
      { operation: 2, reversed: 0, remaining: 100 },
    ]);
  });

  it('is unknown to another user', async () => {
    const payment = { provider: 'app-store', id: 'pack' };
    expectProblem(await reverse(service.client, 'other', { payment }), 'transaction-not-found', {
      payment: 'app-store/pack',
    });
  });

  it('has one amount only if it has one credit', async () => {
    const payment = { provider: 'app-store', id: 'pack' };
    const answer = await reverse(service.client, 'paid', { payment, amount: 5 });
    expect(answer.json).toMatchObject({ code: 'validation-failed', errors: [{ pointer: '/amount' }] });
  });
});
