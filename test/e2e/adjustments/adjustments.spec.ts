import { type ContractService, startContractService } from '../support/contract-service.js';
import { createClient, limitClient } from '../support/client.js';
import { freeze } from '../support/freezing.js';
import { becomePlayer } from '../support/player.js';
import { expectProblem, faultAt } from '../support/problem-codes.js';
import { allAvailable, instant, transactionId } from '../support/shapes.js';

let service: ContractService;
beforeAll(async () => {
  service = await startContractService();
});
afterAll(() => service.audit());
afterAll(() => service.close());

const adjust = (
  userId: string,
  body: object,
  { key, as = service.client }: { key?: string; as?: typeof service.client } = {},
) => as.post(`/v1/wallets/${userId}/GOLD/adjustments`, body, key);
const credit = (amount: number) => ({ direction: 'credit', amount, reason: 'Lost in the crash' });
const debit = (amount: number) => ({ direction: 'debit', amount, reason: 'Credited twice' });
const balanceOf = async (userId: string): Promise<unknown> =>
  (await service.client.get(`/v1/wallets/${userId}/GOLD`)).json.balance;

it('credits a user from adjustments, and keeps the reason', async () => {
  const { status, json } = await adjust('carol', {
    ...credit(30),
    reference: 'ticket-7',
    metadata: { agent: 'kim' },
  });
  expect({ status, json: json as unknown }).toEqual({
    status: 201,
    json: {
      id: transactionId,
      type: 'adjustment',
      userId: 'carol',
      asset: 'GOLD',
      amount: 30,
      balance: 30,
      reference: 'ticket-7',
      description: 'Lost in the crash',
      metadata: { agent: 'kim', adjustment: { reason: 'Lost in the crash' } },
      createdAt: instant,
      actor: { kind: 'client', id: 'demo-admin' },
      entries: [
        { kind: 'system', account: 'adjustments', asset: 'GOLD', direction: 'debit', amount: 30 },
        {
          ...{ kind: 'user', account: 'carol', asset: 'GOLD', direction: 'credit' },
          ...{ amount: 30, balanceAfter: 30, version: 1 },
        },
      ],
    },
  });
  const read = await service.client.get(`/v1/transactions/${String(json.id)}`);
  const reversal = { reversible: false, reversed: 0, remaining: 0, items: [] };
  expect(read.json).toEqual({ ...json, reversal });
});

it('debits a user into adjustments', async () => {
  await adjust('dora', credit(30));
  const { json } = await adjust('dora', { ...debit(10), description: 'Corrected' });
  expect(json).toMatchObject({
    balance: 20,
    description: 'Corrected',
    metadata: { adjustment: { reason: 'Credited twice' } },
    entries: [
      { account: 'dora', direction: 'debit', balanceAfter: 20 },
      { account: 'adjustments', direction: 'credit' },
    ],
  });
});

it('replaces a reason in the metadata of the request', async () => {
  const { json } = await adjust('dora', {
    ...credit(1),
    metadata: { adjustment: { reason: 'forged' }, level: 7 },
  });
  expect(json.metadata).toEqual({ adjustment: { reason: 'Lost in the crash' }, level: 7 });
});

it('shows the reason in the statement of the user', async () => {
  await adjust('erin', credit(5));
  const { json } = await service.client.get('/v1/wallets/erin/GOLD/entries');
  expect(json).toMatchObject({
    data: [{ type: 'adjustment', direction: 'credit', description: 'Lost in the crash' }],
  });
});

it.each([
  ['no reason', { reason: undefined }, '/reason'],
  ['an empty reason', { reason: '' }, '/reason'],
  ['a reason of 257 characters', { reason: 'a'.repeat(257) }, '/reason'],
  ['an unknown direction', { direction: 'up' }, '/direction'],
  ['an amount of 0', { amount: 0 }, '/amount'],
  ['a negative amount', { amount: -5 }, '/amount'],
])('rejects %s', async (_what, members, pointer) => {
  const answer = await adjust('frank', { ...credit(1), ...members });
  expectProblem(answer, 'validation-failed', faultAt(pointer));
});

it('refuses a debit of more than the user has, and opens no account for it', async () => {
  await adjust('gina', credit(30));
  const figures = { asset: 'GOLD', ...allAvailable(30), required: 31 };
  expectProblem(await adjust('gina', debit(31)), 'insufficient-funds', figures);
  expect((await adjust('gina', debit(30))).json).toMatchObject({ balance: 0 });
  const none = { asset: 'GOLD', ...allAvailable(0), required: 1 };
  expectProblem(await adjust('nobody', debit(1)), 'insufficient-funds', none);
  expectProblem(await service.client.get('/v1/wallets/nobody/GOLD'), 'user-not-found', { userId: 'nobody' });
});

it('never takes what is held', async () => {
  await adjust('olga', credit(100));
  const { json: hold } = await service.client.post('/v1/wallets/olga/GOLD/holds', { amount: 30 });
  const figures = { asset: 'GOLD', balance: 100, available: 70, held: 30, required: 71 };
  expectProblem(await adjust('olga', debit(71)), 'insufficient-funds', figures);
  expect((await adjust('olga', debit(70))).json).toMatchObject({ balance: 30 });
  const captured = await service.client.post(`/v1/wallets/olga/GOLD/holds/${String(hold.id)}/capture`, {});
  expect(captured.json).toMatchObject({ type: 'capture', amount: 30, balance: 0 });
});

it('works on a frozen wallet, in both directions', async () => {
  await adjust('hugo', credit(30));
  await freeze(service, 'hugo');
  expectProblem(await service.client.post('/v1/wallets/hugo/GOLD/spend', { amount: 1 }), 'wallet-frozen', {
    asset: 'GOLD',
  });
  expect((await adjust('hugo', debit(20))).json).toMatchObject({ balance: 10 });
  expect((await adjust('hugo', credit(5))).json).toMatchObject({ balance: 15 });
});

it('keeps to the range of the asset, and credits no retired one', async () => {
  await service.client.post('/v1/assets', { code: 'AMBER', name: 'Amber', minAmount: 10, maxAmount: 20 });
  const inAmber = (body: object) => service.client.post('/v1/wallets/ida/AMBER/adjustments', body);
  const range = { asset: 'AMBER', minAmount: 10, maxAmount: 20 };
  expectProblem(await inAmber(credit(9)), 'amount-out-of-range', { ...range, amount: 9 });
  expectProblem(await inAmber(credit(21)), 'amount-out-of-range', { ...range, amount: 21 });
  expect((await inAmber(credit(20))).status).toBe(201);
  await service.client.patch('/v1/assets/AMBER', { retired: true });
  expectProblem(await inAmber(credit(10)), 'asset-retired', { asset: 'AMBER' });
  expect((await inAmber(debit(10))).json).toMatchObject({ balance: 10 });
  expectProblem(await service.client.post('/v1/wallets/ida/NONE/adjustments', credit(1)), 'asset-not-found', {
    asset: 'NONE',
  });
});

it('accepts conditions', async () => {
  await adjust('jack', credit(30));
  const failed = { asset: 'GOLD', condition: 'minBalance', expected: 31, actual: 30 };
  const answer = await adjust('jack', { ...debit(30), conditions: { minBalance: 31 } });
  expectProblem(answer, 'precondition-failed', failed);
  expect((await adjust('jack', { ...debit(30), conditions: { maxBalance: 30 } })).status).toBe(201);
});

it('needs its own scope: no player, and no client that may only write', async () => {
  await createClient(service, 'writer', { scopes: ['wallet:read', 'wallet:write'] }).then(async ({ key }) => {
    expectProblem(await adjust('carol', credit(1), { as: service.as(key) }), 'forbidden');
  });
  const player = await becomePlayer(service, 'paula');
  expectProblem(await adjust('paula', credit(1), { as: player.client }), 'forbidden');
  const { key } = await createClient(service, 'adjuster', { scopes: ['wallet:adjust'] });
  expect((await adjust('carol', credit(1), { as: service.as(key) })).status).toBe(201);
});

describe('a client with a largest adjustment', () => {
  async function limited(id: string, adjustment: number) {
    const { key } = await createClient(service, id, { scopes: ['wallet:adjust'], limits: { adjustment } });
    return service.as(key);
  }

  it('adjusts by that much, and by no more', async () => {
    const as = await limited('support', 100);
    expect((await adjust('kate', credit(100), { as })).status).toBe(201);
    for (const more of [credit(101), debit(101)]) {
      expectProblem(await adjust('kate', more, { as }), 'adjustment-exceeds-limit', {
        amount: 101,
        limit: 100,
      });
    }
    expect((await adjust('kate', debit(100), { as })).json).toMatchObject({ balance: 0 });
    expect((await adjust('kate', credit(101))).status).toBe(201);
  });

  it('is told in a dry run', async () => {
    const as = await limited('rehearsing', 100);
    const { json } = await as.post('/v1/wallets/kate/GOLD/adjustments?dryRun=true', credit(101));
    expect(json).toMatchObject({
      wouldSucceed: false,
      refusal: { code: 'adjustment-exceeds-limit', amount: 101, limit: 100 },
    });
  });

  it('replays what it did under a larger limit, whatever the limit is now', async () => {
    const { key } = await createClient(service, 'lowered', {
      scopes: ['wallet:adjust'],
      limits: { adjustment: 50 },
    });
    const first = await adjust('lena', credit(50), { as: service.as(key), key: 'once' });
    await limitClient(service, 'lowered', { adjustment: 0 });
    await untilLimited(key, 0);
    const again = await adjust('lena', credit(50), { as: service.as(key), key: 'once' });
    expect([again.status, again.text, again.headers['idempotency-replayed']]).toEqual([
      201,
      first.text,
      'true',
    ]);
    expect(await balanceOf('lena')).toBe(50);
  });

  it('can retry a refusal under its key once the limit is raised', async () => {
    const { key } = await createClient(service, 'raised', {
      scopes: ['wallet:adjust'],
      limits: { adjustment: 10 },
    });
    const ask = () => adjust('mona', credit(50), { as: service.as(key), key: 'patient' });
    expectProblem(await ask(), 'adjustment-exceeds-limit', { amount: 50, limit: 10 });
    await limitClient(service, 'raised', { adjustment: null });
    await untilLimited(key, undefined);
    expect(await ask()).toMatchObject({ status: 201 });
    expect(await balanceOf('mona')).toBe(50);
  });

  /** A limit is cached for some seconds. */
  async function untilLimited(key: string, limit: number | undefined): Promise<void> {
    const client = service.as(key);
    for (;;) {
      const { json } = await client.post('/v1/wallets/kate/GOLD/adjustments?dryRun=true', credit(1_000));
      if (json.refusal?.limit === limit) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
});

it('shows in the economy as flows of its system account', async () => {
  const before = await flowsOf('LOYALTY');
  const inLoyalty = (body: object) => service.client.post('/v1/wallets/nina/LOYALTY/adjustments', body);
  await inLoyalty(credit(30));
  expect(await flowsOf('LOYALTY')).toMatchObject({ issued: 30, absorbed: 0, entries: before.entries + 1 });
  await inLoyalty(debit(10));
  expect(await flowsOf('LOYALTY')).toMatchObject({ issued: 20, absorbed: 0, entries: before.entries + 2 });
  const { json } = await service.client.get('/v1/system-accounts');
  expect(json.data).toContainEqual({ account: 'adjustments', asset: 'LOYALTY', balance: -20 });
});

async function flowsOf(asset: string): Promise<{ entries: number }> {
  const { json } = await service.client.get(`/v1/economy/${asset}/days?days=1`);
  const { flows } = json.days[0] as { flows: { account: string; entries: number }[] };
  return flows.find(({ account }) => account === 'adjustments')!;
}
