import { asWritten } from '../../support/as-written.js';
import { type ContractService, startContractService } from '../support/contract-service.js';
import { freeze, unfreeze } from '../support/freezing.js';
import { expectProblem } from '../support/problem-codes.js';
import { allAvailable, instant, transactionId } from '../support/shapes.js';

let service: ContractService;
beforeAll(async () => {
  service = await startContractService();
});
afterAll(() => service.audit());
afterAll(() => service.close());

it.each([
  ['topup', 'treasury'],
  ['bonus', 'promotions'],
])('opens an account with the first %s, out of %s', async (type, account) => {
  const userId = `first-${type}`;
  const { status, json } = await service.client.post(`/v1/wallets/${userId}/GOLD/${type}`, {
    amount: 100,
    reference: 'order-17',
    description: 'Starter pack',
    metadata: { level: 7 },
  });
  expect({ status, json: json as unknown }).toEqual({
    status: 201,
    json: {
      id: transactionId,
      type,
      userId,
      asset: 'GOLD',
      amount: 100,
      balance: 100,
      reference: 'order-17',
      description: 'Starter pack',
      metadata: { level: 7 },
      actor: { kind: 'client', id: 'demo-admin' },
      createdAt: instant,
      entries: [
        { kind: 'system', account, asset: 'GOLD', direction: 'debit', amount: 100 },
        {
          kind: 'user',
          account: userId,
          asset: 'GOLD',
          direction: 'credit',
          amount: 100,
          balanceAfter: 100,
          version: 1,
        },
      ],
    },
  });
});

it('moves a spend from the user to revenue', async () => {
  await service.client.post('/v1/wallets/carol/GOLD/topup', { amount: 100 });
  const { status, json } = await service.client.post('/v1/wallets/carol/GOLD/spend', {
    amount: 30,
    reference: 'order-17',
    description: 'Iron sword',
  });
  expect({ status, json: json as unknown }).toEqual({
    status: 201,
    json: {
      id: transactionId,
      type: 'spend',
      userId: 'carol',
      asset: 'GOLD',
      amount: 30,
      balance: 70,
      reference: 'order-17',
      description: 'Iron sword',
      metadata: {},
      actor: { kind: 'client', id: 'demo-admin' },
      createdAt: instant,
      entries: [
        {
          kind: 'user',
          account: 'carol',
          asset: 'GOLD',
          direction: 'debit',
          amount: 30,
          balanceAfter: 70,
          version: 2,
        },
        { kind: 'system', account: 'revenue', asset: 'GOLD', direction: 'credit', amount: 30 },
      ],
    },
  });
});

it('spends a balance to exactly zero and no further', async () => {
  await service.client.post('/v1/wallets/dave/GOLD/topup', { amount: 30 });
  expect((await service.client.post('/v1/wallets/dave/GOLD/spend', { amount: 30 })).json).toMatchObject({
    balance: 0,
  });
  const refused = await service.client.post('/v1/wallets/dave/GOLD/spend', { amount: 1 });
  expectProblem(refused, 'insufficient-funds', { asset: 'GOLD', ...allAvailable(0), required: 1 });
});

it('rejects a spend larger than the balance', async () => {
  await service.client.post('/v1/wallets/erin/GOLD/topup', { amount: 70 });
  const refused = await service.client.post('/v1/wallets/erin/GOLD/spend', { amount: 100 });
  expectProblem(refused, 'insufficient-funds', { asset: 'GOLD', ...allAvailable(70), required: 100 });
  expect((await service.client.get('/v1/wallets/erin/GOLD')).json).toMatchObject({ balance: 70, version: 1 });
});

it.each([
  ['a user who never existed', 'ghost', 'GOLD'],
  ['an account that a known user does not have', 'bob', 'DIAMOND'],
])('rejects a spend from %s like a balance of 0, and opens nothing', async (_case, userId, asset) => {
  const refused = await service.client.post(`/v1/wallets/${userId}/${asset}/spend`, { amount: 1 });
  expectProblem(refused, 'insufficient-funds', { asset, ...allAvailable(0), required: 1 });
  expect((await service.client.get(`/v1/users?limit=100`)).text).not.toContain('ghost');
});

it('separates the assets of a user', async () => {
  await service.client.post('/v1/wallets/frank/GOLD/topup', { amount: 5 });
  await service.client.post('/v1/wallets/frank/SILVER/topup', { amount: 7 });
  const refused = await service.client.post('/v1/wallets/frank/GOLD/spend', { amount: 6 });
  expectProblem(refused, 'insufficient-funds', { asset: 'GOLD', ...allAvailable(5), required: 6 });
});

it('rejects a spend from a frozen wallet, but credits it', async () => {
  await service.client.post('/v1/wallets/grace/GOLD/topup', { amount: 10 });
  await freeze(service, 'grace');
  const refused = await service.client.post('/v1/wallets/grace/GOLD/spend', { amount: 1 });
  expectProblem(refused, 'wallet-frozen', { asset: 'GOLD' });
  const bonus = await service.client.post('/v1/wallets/grace/GOLD/bonus', { amount: 5 });
  expect(bonus.json).toMatchObject({ balance: 15, entries: [{ account: 'promotions' }, { version: 2 }] });
  await unfreeze(service, 'grace');
  const spend = await service.client.post('/v1/wallets/grace/GOLD/spend', { amount: 15 });
  expect(spend.json).toMatchObject({ balance: 0 });
});

it('moves the largest amount, and rejects one that would overflow the balance of the user', async () => {
  const most = Number.MAX_SAFE_INTEGER;
  const topUp = (amount: number) => service.client.post('/v1/wallets/whale/LOYALTY/bonus', { amount });
  expect((await topUp(most)).json).toMatchObject({ amount: most, balance: most });
  const refusal = { account: 'whale', asset: 'LOYALTY', balance: most, limit: most };
  expectProblem(await topUp(1), 'balance-limit-exceeded', refusal);
  const spent = await service.client.post('/v1/wallets/whale/LOYALTY/spend', { amount: most });
  expect(spent.json).toMatchObject({ amount: most, balance: 0 });
});

it('rejects an excessive balance without a trace', async () => {
  const heidi = '/v1/wallets/heidi/GOLD/topup';
  await service.client.post(heidi, { amount: 1 }, 'first');
  const refused = await service.client.post(heidi, { amount: Number.MAX_SAFE_INTEGER });
  expectProblem(refused, 'balance-limit-exceeded', {
    account: 'heidi',
    asset: 'GOLD',
    balance: 1,
    limit: Number.MAX_SAFE_INTEGER,
  });
  const { json } = await service.client.get('/v1/transactions?userId=heidi');
  expect((json as { data: unknown[] }).data).toHaveLength(1);
});

it.each([
  ['a whole number written as 1.0', '{"amount": 1.0}', { amount: 1 }],
  ['a whole number written as 1e2', '{"amount": 1e2}', { amount: 100 }],
  [
    'null for every optional member',
    '{"amount": 1, "reference": null, "description": null, "metadata": null}',
    { reference: null, description: null, metadata: {} },
  ],
  ['128 characters of reference', { amount: 1, reference: '🗡'.repeat(128) }, { reference: '🗡'.repeat(128) }],
  [
    '256 characters of description',
    { amount: 1, description: 'é'.repeat(256) },
    { description: 'é'.repeat(256) },
  ],
  [
    'line breaks and escape codes in a description',
    { amount: 1, description: 'a\r\nb\u001b[31m' },
    { description: 'a\r\nb\u001b[31m' },
  ],
  [
    'names of built-in properties in metadata',
    { amount: 1, metadata: { toString: 1, length: 2, toJSON: 3, then: null } },
    { metadata: { toString: 1, length: 2, toJSON: 3, then: null } },
  ],
  [
    'metadata of three levels',
    { amount: 1, metadata: { a: { b: { c: 1 } }, d: [[true, null, -0.5]] } },
    { metadata: { a: { b: { c: 1 } }, d: [[true, null, -0.5]] } },
  ],
  ['metadata of 50 keys', { amount: 1, metadata: keys(50) }, { metadata: keys(50) }],
  [
    'metadata of 4096 bytes',
    { amount: 1, metadata: { note: 'x'.repeat(4_096 - '{"note":""}'.length) } },
    { metadata: { note: 'x'.repeat(4_096 - '{"note":""}'.length) } },
  ],
  ['a body of 16 KiB', `{"amount": 1${' '.repeat(16 * 1024 - 13)}}`, { amount: 1 }],
])('accepts %s', async (_case, body, members) => {
  const answer = await service.client.post('/v1/wallets/ivan/GOLD/topup', body);
  expect(answer.json).toMatchObject(members);
  expect(answer.status).toBe(201);
  const read = await service.client.get(`/v1/transactions/${(answer.json as { id: string }).id}`);
  expect(JSON.stringify(asWritten(read))).toBe(answer.text);
});

function keys(count: number): Record<string, number> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`key${index}`, index]));
}

it.each(['A-Za.z_0:9@x', 'x'.repeat(64), '.hidden', 'auth0|5f7c', '__proto__', 'constructor'])(
  'accepts the user id %s',
  async (userId) => {
    await service.client.post(`/v1/wallets/${userId}/GOLD/topup`, { amount: 3 });
    const { json } = await service.client.get(`/v1/wallets/${userId}`);
    expect(json).toMatchObject({ userId, balances: [{ asset: 'GOLD', balance: 3 }] });
  },
);
