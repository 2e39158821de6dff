import { type Answer } from '../support/wallet-client.js';
import { startService, type TestService } from '../support/test-service.js';

let service: TestService;
beforeAll(async () => {
  service = await startService();
});
afterEach(() => service.audit());
afterAll(() => service.close());

const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));

/** The number of answers by status. */
function statuses(answers: Answer[]): Record<number, number> {
  const counts: Record<number, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

it('accepts exactly 100 of 200 parallel spends of 1 from a balance of 100, with each balance from 99 to 0 once', async () => {
  await service.client.post('/v1/wallets/racer/GOLD/topup', { amount: 100 });
  const answers = await Promise.all(
    times(200, () => service.client.post('/v1/wallets/racer/GOLD/spend', { amount: 1 })),
  );
  const accepted = answers.filter(({ status }) => status === 201);
  const refused = answers.filter(({ status }) => status !== 201);
  expect(accepted.map(({ json }) => json.balance).sort((a, b) => b - a)).toEqual(
    times(100, (index) => 99 - index),
  );
  expect(refused).toHaveLength(100);
  for (const { status, json } of refused) {
    expect(status).toBe(422);
    expect(json).toMatchObject({ code: 'insufficient-funds', balance: 0, required: 1 });
  }
  // The balance of each answer is that of the entry at its version.
  const statement = await service.client.get('/v1/wallets/racer/GOLD/entries?limit=100');
  const balanceAt = new Map(statement.json.data.map((entry: any) => [entry.version, entry.balanceAfter]));
  for (const { json } of accepted) expect(balanceAt.get(json.entries[0].version)).toBe(json.balance);
});

it('executes 100 simultaneous copies of one key once, with byte-identical answers', async () => {
  await service.client.post('/v1/wallets/twin/GOLD/topup', { amount: 100 });
  const body = { amount: 7, reference: 'order-1', metadata: { b: 1, a: [2, { d: 3, c: 4 }] } };
  const copies = await Promise.all(
    times(100, () => service.client.post('/v1/wallets/twin/GOLD/spend', body, 'one-key')),
  );
  expect(statuses(copies)).toEqual({ 201: 100 });
  expect(new Set(copies.map(({ text }) => text)).size).toBe(1);
  expect(copies.filter(({ headers }) => headers['idempotency-replayed'] === 'true')).toHaveLength(99);
  const balance = await service.client.get('/v1/wallets/twin/GOLD');
  expect(balance.json).toMatchObject({ balance: 93, version: 2 });
});

it('gives 100 simultaneous copies of a refused key the same refusal, even after a top-up', async () => {
  await service.client.post('/v1/wallets/poor/GOLD/topup', { amount: 5 });
  const copies = await Promise.all(
    times(100, () => service.client.post('/v1/wallets/poor/GOLD/spend', { amount: 6 }, 'too-much')),
  );
  await service.client.post('/v1/wallets/poor/GOLD/topup', { amount: 100 });
  const later = await service.client.post('/v1/wallets/poor/GOLD/spend', { amount: 6 }, 'too-much');
  const bodies = [...copies, later].map(({ json }) => JSON.stringify({ ...json, requestId: '' }));
  expect(new Set(bodies).size).toBe(1);
  expect(later.headers['idempotency-replayed']).toBe('true');
  expect(later.json).toMatchObject({ code: 'insufficient-funds', balance: 5 });
});

it('opens the account of a new user once for 50 simultaneous first credits', async () => {
  const answers = await Promise.all(
    times(50, () => service.client.post('/v1/wallets/newcomer/DIAMOND/bonus', { amount: 2 })),
  );
  expect(statuses(answers)).toEqual({ 201: 50 });
  const balance = await service.client.get('/v1/wallets/newcomer/DIAMOND');
  expect(balance.json).toMatchObject({ balance: 100, version: 50 });
});

it('executes one of two simultaneous requests with the same key and different bodies', async () => {
  const answers = await Promise.all(
    times(40, (index) =>
      service.client.post('/v1/wallets/clash/GOLD/topup', { amount: 1 + (index % 2) }, 'clash'),
    ),
  );
  expect(statuses(answers)).toEqual({ 201: 20, 422: 20 });
  expect(new Set(answers.filter(({ status }) => status === 201).map(({ text }) => text)).size).toBe(1);
  for (const { json } of answers.filter(({ status }) => status === 422)) {
    expect(json.code).toBe('idempotency-key-reused');
  }
});
