import { administer } from '../../support/administer.js';
import { type ContractService, startContractService } from '../support/contract-service.js';
import { expectProblem } from '../support/problem-codes.js';

/** Operations with a payment or with conditions. */
let service: ContractService;
beforeAll(async () => {
  service = await startContractService();
  await administer(service.client, 'POST /v1/assets', { code: 'RARE', name: 'Rare', maxAmount: 10 });
  await administer(service.client, 'PATCH /v1/assets/RARE', { retired: true });
});
afterAll(() => service.audit());
afterAll(() => service.close());

const path = (userId: string) => `/v1/wallets/${userId}/operations`;
const live = (id: string) => ({ provider: 'app-store', id, environment: 'live' });
const pack = [
  { type: 'topup', asset: 'GOLD', amount: 500 },
  { type: 'bonus', asset: 'RARE', amount: 25 },
];

describe('a pack that was paid for', () => {
  it('is credited once with everything in it, beyond the limits of its assets', async () => {
    const body = { operations: pack, payment: live('pack-1') };
    const first = await service.client.post(path('alice'), body, 'pack-1');
    expect(first.status).toBe(201);
    expect(first.json).toMatchObject({
      payment: live('pack-1'),
      results: [
        { type: 'topup', asset: 'GOLD', amount: 500 },
        { type: 'bonus', asset: 'RARE', amount: 25 },
      ],
    });
    const again = await service.client.post(path('alice'), body);
    expectProblem(again, 'payment-already-credited', { transactionId: first.json.id });
    expect((await service.client.post(path('alice'), body, 'pack-1')).text).toBe(first.text);
    const { json } = await service.client.get('/v1/payments/app-store/pack-1');
    expect(json.credits).toMatchObject([{ ...first.json, reversal: { reversed: 0, remaining: 525 } }]);
  });

  it('leaves its payment free if one operation is refused', async () => {
    const body = {
      operations: [...pack, { type: 'spend', asset: 'SILVER', amount: 1_000_000 }],
      payment: live('pack-2'),
    };
    const refused = await service.client.post(path('alice'), body);
    expect(refused.json).toMatchObject({ code: 'insufficient-funds', operation: 2 });
    expect((await service.client.get('/v1/payments/app-store/pack-2')).status).toBe(404);
    const other = await service.client.post(path('bob'), { operations: pack, payment: live('pack-2') });
    expect(other.status).toBe(201);
  });

  it('is booked as bonuses if a tester paid with the sandbox', async () => {
    await administer(service.client, 'PATCH /v1/users/bob', { tester: true });
    const payment = { ...live('pack-3'), environment: 'sandbox' };
    const { json } = await service.client.post(path('bob'), { operations: pack, payment });
    expect(json.results).toMatchObject([{ type: 'bonus' }, { type: 'bonus' }]);
    expect(json.entries.map(({ account }: { account: string }) => account)).toEqual([
      'promotions',
      'bob',
      'promotions',
      'bob',
    ]);
  });

  it('needs a top-up or a bonus', async () => {
    const operations = [{ type: 'spend', asset: 'GOLD', amount: 1 }];
    expectProblem(
      await service.client.post(path('alice'), { operations, payment: live('none') }),
      'validation-failed',
      {
        errorCount: 1,
        errors: [{ pointer: '/payment', detail: 'needs a topup or a bonus among the operations' }],
      },
    );
  });
});

describe('conditions', () => {
  const operations = [
    { type: 'bonus', asset: 'GOLD', amount: 5 },
    { type: 'spend', asset: 'SILVER', amount: 5 },
  ];

  it('concern the balances before the first operation', async () => {
    const { json: gold } = await service.client.get('/v1/wallets/alice/GOLD');
    const post = (maxBalance: number) =>
      service.client.post(path('alice'), {
        operations: [operations[0], ...operations],
        conditions: { GOLD: { maxBalance }, SILVER: { minBalance: 5 } },
      });
    expect((await post(gold.balance - 1)).json).toMatchObject({
      code: 'precondition-failed',
      status: 412,
      asset: 'GOLD',
      actual: gold.balance,
      operation: 0,
    });
    expect((await post(gold.balance)).status).toBe(201);
    expect((await post(gold.balance)).json).toMatchObject({ code: 'precondition-failed' });
  });

  it('name only assets that the operations move', async () => {
    const answer = await service.client.post(path('alice'), {
      operations,
      conditions: { DIAMOND: { minBalance: 1 } },
    });
    expectProblem(answer, 'validation-failed', {
      errorCount: 1,
      errors: [{ pointer: '/conditions/DIAMOND', detail: 'is not an asset of this request' }],
    });
  });

  it('are reported by a dry run, operation by operation', async () => {
    const { json } = await service.client.send({
      method: 'POST',
      path: `${path('alice')}?dryRun=true`,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ operations, conditions: { SILVER: { version: 1_000 } } }),
    });
    expect(json).toMatchObject({
      wouldSucceed: false,
      refusal: { code: 'precondition-failed', operation: 1, expected: 1_000 },
    });
    expect(json.checks).toContainEqual(
      expect.objectContaining({ operation: 1, code: 'precondition-failed', result: 'failed' }),
    );
    expect(json.checks).toContainEqual({ operation: 0, code: 'precondition-failed', result: 'passed' });
  });
});
