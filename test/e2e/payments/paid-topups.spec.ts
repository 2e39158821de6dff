import { asWritten } from '../../support/as-written.js';
import { administer } from '../../support/administer.js';
import type { Answer } from '../../support/wallet-client.js';
import { type ContractService, startContractService } from '../support/contract-service.js';
import { type ProblemCode, problemStatuses } from '../support/problem-codes.js';

let service: ContractService;
beforeAll(async () => {
  service = await startContractService();
});
afterAll(async () => {
  await service.audit();
  await service.close();
});

const paid = (id: string, more: object = {}) => ({ provider: 'app-store', id, environment: 'live', ...more });

function expectProblem({ status, json }: Answer, code: ProblemCode): void {
  expect({ status, code: json.code as unknown }).toEqual({ status: problemStatuses[code], code });
}

const topUp = (userId: string, body: object, key?: string): Promise<Answer> =>
  service.client.post(`/v1/wallets/${userId}/GOLD/topup`, body, key);

it('credits a payment once, and names its transaction to its user only', async () => {
  const first = await topUp('alice', { amount: 500, payment: paid('one') });
  expect(first.status).toBe(201);
  expect(first.json).toMatchObject({ type: 'topup', amount: 500, payment: paid('one') });

  const again = await topUp('alice', { amount: 500, payment: paid('one') }, 'other-key');
  expectProblem(again, 'payment-already-credited');
  expect(again.json).toMatchObject({ transactionId: first.json.id });
  const other = await topUp('bob', { amount: 500, payment: paid('one') });
  expectProblem(other, 'payment-already-credited');
  expect(JSON.stringify(other.json)).not.toContain('alice');
  expect(other.json).not.toHaveProperty('transactionId');

  const replayed = await topUp('alice', { amount: 500, payment: paid('one') }, 'other-key');
  expect(replayed.headers['idempotency-replayed']).toBe('true');
  expect(replayed.json).toMatchObject({ transactionId: first.json.id });
});

it('repeats the payment as given, in one order, on replay and on reading', async () => {
  const payment = {
    purchasedAt: '2026-01-31T12:00:00.123456+01:00',
    productId: 'gold.500',
    environment: 'live',
    id: 'with/slash?and%ümlaut "quoted"',
    provider: 'google-play',
  };
  const first = await topUp('alice', { amount: 5, payment }, 'ordered');
  const { purchasedAt, productId, environment, id, provider } = payment;
  expect(JSON.stringify(first.json.payment)).toBe(
    JSON.stringify({ provider, id, environment, productId, purchasedAt }),
  );
  await topUp('alice', { amount: 7 });
  const replay = await topUp('alice', { amount: 5, payment }, 'ordered');
  expect(replay.text).toBe(first.text);
  const read = await service.client.get(`/v1/transactions/${first.json.id}`);
  expect(JSON.stringify(asWritten(read))).toBe(first.text);
  const listed = await service.client.get(`/v1/transactions?userId=alice&limit=2`);
  expect(listed.json.data[1]).toEqual(first.json);

  const found = await service.client.get(`/v1/payments/google-play/${encodeURIComponent(id)}`);
  const { credits, ...credited } = found.json as { credits: Record<string, unknown>[] };
  expect(credited).toEqual({ ...payment, userId: 'alice' });
  expect(credits.map((json) => asWritten({ json }))).toEqual([first.json]);
});

it('knows no payment that was not credited', async () => {
  expectProblem(await service.client.get('/v1/payments/steam/unknown'), 'payment-not-found');
  expectProblem(await service.client.get('/v1/payments/Steam/unknown'), 'validation-failed');
});

it('compares ids byte by byte, per provider', async () => {
  for (const payment of [paid('case'), paid('CASE'), paid('case '), paid('case', { provider: 'steam' })]) {
    expect((await topUp('alice', { amount: 1, payment })).status).toBe(201);
  }
});

it('passes the amount range and a retired asset, but not the largest balance', async () => {
  await administer(service.client, 'POST /v1/assets', {
    code: 'NARROW',
    name: 'N',
    minAmount: 10,
    maxAmount: 20,
  });
  const narrow = (body: object) => service.client.post('/v1/wallets/alice/NARROW/topup', body);
  expectProblem(await narrow({ amount: 21 }), 'amount-out-of-range');
  expect((await narrow({ amount: 21, payment: paid('wide') })).status).toBe(201);
  await administer(service.client, 'PATCH /v1/assets/NARROW', { retired: true });
  expectProblem(await narrow({ amount: 15 }), 'asset-retired');
  expect((await narrow({ amount: 5, payment: paid('retired') })).status).toBe(201);

  const tooMuch = { amount: Number.MAX_SAFE_INTEGER, payment: paid('too-much') };
  expectProblem(await narrow(tooMuch), 'balance-limit-exceeded');
  expectProblem(await service.client.get('/v1/payments/app-store/too-much'), 'payment-not-found');
  // It is free, also to another user.
  expect((await topUp('bob', { amount: 5, payment: paid('too-much') })).status).toBe(201);
  expectProblem(
    await service.client.post('/v1/wallets/alice/NOPE/topup', { amount: 5, payment: paid('nope') }),
    'asset-not-found',
  );
  expect((await topUp('alice', { amount: 5, payment: paid('nope') })).status).toBe(201);
});

it('a replayed refusal claims nothing', async () => {
  const body = { amount: Number.MAX_SAFE_INTEGER, payment: paid('replayed') };
  expectProblem(await topUp('alice', body, 'refused'), 'balance-limit-exceeded');
  expectProblem(await topUp('alice', body, 'refused'), 'balance-limit-exceeded');
  expect((await topUp('bob', { amount: 5, payment: paid('replayed') })).status).toBe(201);
});

it.each<[pointer: string, payment: unknown]>([
  ['/payment', null],
  ['/payment', []],
  ['/payment', 'x'],
  ['/payment/provider', { id: 'x', environment: 'live' }],
  ['/payment/provider', paid('x', { provider: 'App Store' })],
  ['/payment/provider', paid('x', { provider: 'a'.repeat(65) })],
  ['/payment/id', paid('')],
  ['/payment/id', paid('a'.repeat(513))],
  ['/payment/id', paid('a\0b')],
  ['/payment/id', paid('\ud800')],
  ['/payment/id', { provider: 'steam', id: 17, environment: 'live' }],
  ['/payment/environment', paid('x', { environment: 'test' })],
  ['/payment/productId', paid('x', { productId: null })],
  ['/payment/productId', paid('x', { productId: 'a'.repeat(129) })],
  ['/payment/purchasedAt', paid('x', { purchasedAt: '2026-02-30T00:00:00Z' })],
  ['/payment/purchasedAt', paid('x', { purchasedAt: 1_700_000_000 })],
  ['/payment/price', paid('x', { price: 1 })],
])('rejects a payment with a fault at %s: %j', async (pointer, payment) => {
  const answer = await topUp('alice', { amount: 5, payment });
  expectProblem(answer, 'validation-failed');
  expect(answer.json.errors).toEqual([expect.objectContaining({ pointer })]);
});

it('accepts the longest id, of four bytes each', async () => {
  const id = '😀'.repeat(512);
  expect((await topUp('alice', { amount: 5, payment: paid(id) })).status).toBe(201);
  expect((await service.client.get(`/v1/payments/app-store/${encodeURIComponent(id)}`)).json).toMatchObject({
    id,
  });
});

it('credits no bonus and no spend with a payment', async () => {
  for (const route of ['bonus', 'spend']) {
    const answer = await service.client.post(`/v1/wallets/alice/GOLD/${route}`, {
      amount: 5,
      payment: paid('b'),
    });
    expect(answer.json.errors).toEqual([expect.objectContaining({ pointer: '/payment' })]);
  }
});

it('claims nothing in a dry run, and predicts the credit', async () => {
  const dryRun = (userId: string, id: string) =>
    service.client.post(`/v1/wallets/${userId}/GOLD/topup?dryRun=true`, { amount: 5, payment: paid(id) });
  expect((await dryRun('alice', 'dry')).json).toMatchObject({
    wouldSucceed: true,
    transaction: { payment: paid('dry') },
  });
  expectProblem(await service.client.get('/v1/payments/app-store/dry'), 'payment-not-found');
  expect((await topUp('bob', { amount: 5, payment: paid('dry') })).status).toBe(201);
  const { json } = await dryRun('alice', 'dry');
  expect(json).toMatchObject({ wouldSucceed: false, refusal: { code: 'payment-already-credited' } });
  expect(json.checks).toContainEqual(
    expect.objectContaining({ code: 'payment-already-credited', result: 'failed' }),
  );
});
