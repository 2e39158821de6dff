import { administer } from '../../support/administer.js';
import { type DatabaseClock, setUpClock } from '../../support/database-clock.js';
import type { Answer } from '../../support/wallet-client.js';
import { type ContractService, startContractService } from '../support/contract-service.js';
import { freeze, unfreeze } from '../support/freezing.js';
import { expectProblem } from '../support/problem-codes.js';

const noon = Date.UTC(2040, 0, 2, 12);
let service: ContractService;
let clock: DatabaseClock;
beforeAll(async () => {
  service = await startContractService();
  clock = await setUpClock(service.database);
});
beforeEach(() => clock.set(noon));
afterAll(async () => {
  await service.audit();
  await clock.close();
  await service.close();
});

let users = 0;
/** A new user with this balance. */
async function userWith(balance: number): Promise<string> {
  const userId = `holder-${++users}`;
  await service.client.post(`/v1/wallets/${userId}/GOLD/topup`, { amount: balance });
  return userId;
}

const holdsOf = (userId: string) => `/v1/wallets/${userId}/GOLD/holds`;
const authorise = (userId: string, body: object, key?: string) =>
  service.client.post(holdsOf(userId), body, key);
const spend = (userId: string, amount: number) =>
  service.client.post(`/v1/wallets/${userId}/GOLD/spend`, { amount });

async function figuresOf(userId: string): Promise<object> {
  const { json } = await service.client.get(`/v1/wallets/${userId}/GOLD`);
  return {
    balance: json.balance as unknown,
    available: json.available as unknown,
    held: json.held as unknown,
  };
}

function change(userId: string, holdId: string, what: 'capture' | 'void', body: object = {}, key?: string) {
  return service.client.post(`${holdsOf(userId)}/${holdId}/${what}`, body, key);
}

it('reserves credits without moving them', async () => {
  const userId = await userWith(100);
  const details = { reference: 'order-1', description: 'Auction', metadata: { lot: 7 } };
  const { status, json } = await authorise(userId, { amount: 30, expiresIn: 60, ...details });
  expect(status).toBe(201);
  expect(json).toEqual({
    id: expect.any(String) as string,
    userId,
    asset: 'GOLD',
    ...{ amount: 30, captured: 0, released: 0, remaining: 30, status: 'open' },
    expiresAt: '2040-01-02T12:01:00.000Z',
    createdAt: '2040-01-02T12:00:00.000Z',
    closedAt: null,
    ...details,
    ...{ available: 70, held: 30 },
  });
  expect(await figuresOf(userId)).toEqual({ balance: 100, available: 70, held: 30 });
  expectProblem(await spend(userId, 71), 'insufficient-funds', {
    ...{ asset: 'GOLD', balance: 100, available: 70, held: 30, required: 71 },
  });
  expect((await spend(userId, 70)).json).toMatchObject({ balance: 30 });
  const { json: entries } = await service.client.get(`/v1/wallets/${userId}/GOLD/entries`);
  expect(entries.data).toMatchObject([{ type: 'spend' }, { type: 'topup' }]);
});

it('captures everything that is left, by default', async () => {
  const userId = await userWith(100);
  const { json: hold } = await authorise(userId, { amount: 30 });
  const { status, json } = await change(userId, hold.id, 'capture', { reference: 'order-2' });
  expect(status).toBe(201);
  expect(json).toMatchObject({
    ...{ type: 'capture', amount: 30, balance: 70, reference: 'order-2', available: 70, held: 0 },
    entries: [
      { account: userId, direction: 'debit', amount: 30, balanceAfter: 70 },
      { account: 'revenue', direction: 'credit', amount: 30 },
    ],
    hold: {
      id: hold.id,
      captured: 30,
      remaining: 0,
      status: 'captured',
      closedAt: '2040-01-02T12:00:00.000Z',
    },
  });
  expect(await figuresOf(userId)).toEqual({ balance: 70, available: 70, held: 0 });
});

it('captures in parts; the last releases the rest', async () => {
  const userId = await userWith(100);
  const { json: hold } = await authorise(userId, { amount: 100 });
  const first = await change(userId, hold.id, 'capture', { amount: 30, final: false });
  expect(first.json).toMatchObject({
    balance: 70,
    available: 0,
    held: 70,
    hold: { remaining: 70, status: 'open' },
  });
  expectProblem(await change(userId, hold.id, 'capture', { amount: 71 }), 'capture-exceeds-hold', {
    ...{ holdId: hold.id, amount: 71, remaining: 70 },
  });
  const last = await change(userId, hold.id, 'capture', { amount: 20 });
  expect(last.json).toMatchObject({
    ...{ balance: 50, available: 50, held: 0 },
    hold: { captured: 50, released: 50, remaining: 0, status: 'captured' },
  });
  expectProblem(await change(userId, hold.id, 'capture'), 'hold-closed', {
    ...{ holdId: hold.id, closedAs: 'captured', closedAt: '2040-01-02T12:00:00.000Z' },
  });
});

it('voids what is left, also on a frozen wallet', async () => {
  const userId = await userWith(100);
  const { json: hold } = await authorise(userId, { amount: 60 });
  await freeze(service, userId);
  expectProblem(await authorise(userId, { amount: 1 }), 'wallet-frozen', { asset: 'GOLD' });
  expectProblem(await change(userId, hold.id, 'capture'), 'wallet-frozen', { asset: 'GOLD' });
  const { status, json } = await change(userId, hold.id, 'void');
  expect(status).toBe(201);
  expect(json).toMatchObject({ id: hold.id, released: 60, status: 'voided', available: 100, held: 0 });
  expectProblem(await change(userId, hold.id, 'void'), 'hold-closed', {
    ...{ holdId: hold.id, closedAs: 'voided', closedAt: '2040-01-02T12:00:00.000Z' },
  });
  await unfreeze(service, userId);
});

describe('a hold whose time has come', () => {
  it('reads as lapsed and frees its credits, although nothing is written', async () => {
    const userId = await userWith(100);
    const { json: hold } = await authorise(userId, { amount: 80, expiresIn: 1 });
    await clock.set(noon + 999);
    expect(await figuresOf(userId)).toEqual({ balance: 100, available: 20, held: 80 });
    await clock.set(noon + 1000);
    expect(await figuresOf(userId)).toEqual({ balance: 100, available: 100, held: 0 });
    const { json } = await service.client.get(`${holdsOf(userId)}/${hold.id}`);
    const lapsed = { status: 'lapsed', released: 80, remaining: 0, closedAt: '2040-01-02T12:00:01.000Z' };
    expect(json).toMatchObject(lapsed);
    expect((await service.client.get(`/v1/wallets/${userId}`)).json.balances).toMatchObject([
      { asset: 'GOLD', available: 100, held: 0 },
    ]);
    for (const what of ['capture', 'void'] as const) {
      expectProblem(await change(userId, hold.id, what), 'hold-lapsed', {
        ...{ holdId: hold.id, expiresAt: '2040-01-02T12:00:01.000Z' },
      });
    }
    // The refused capture has booked it.
    const { json: list } = await service.client.get(`/v1/transactions?userId=${userId}`);
    expect(list.data[0]).toMatchObject({
      ...{ type: 'lapse', amount: 80, entries: [], hold: lapsed, actor: { kind: 'house', id: 'lapse' } },
    });
    expect(list.data).toHaveLength(3);
    expect((await service.client.get(`${holdsOf(userId)}/${hold.id}`)).json).toEqual(json);
  });

  it('does not stop the spend of its credits', async () => {
    const userId = await userWith(100);
    await authorise(userId, { amount: 80, expiresIn: 1 });
    await authorise(userId, { amount: 5, expiresIn: 2 });
    await clock.set(noon + 1000);
    expect((await spend(userId, 95)).json).toMatchObject({ balance: 5 });
    expectProblem(await spend(userId, 1), 'insufficient-funds', {
      ...{ asset: 'GOLD', balance: 5, available: 0, held: 5, required: 1 },
    });
    await clock.set(noon + 2000);
    expect((await spend(userId, 5)).status).toBe(201);
  });
});

it('replays every answer to the byte, whatever happened to the hold since', async () => {
  const userId = await userWith(100);
  const sent: [() => Promise<Answer>, Answer][] = [];
  const remember = async (request: () => Promise<Answer>) => {
    const first = await request();
    sent.push([request, first]);
    return first;
  };
  const { json: one } = await remember(() =>
    authorise(userId, { amount: 30, metadata: { b: 1, a: [2] } }, `${userId}-1`),
  );
  await remember(() => change(userId, one.id, 'capture', { amount: 10, final: false }, `${userId}-2`));
  await remember(() => change(userId, one.id, 'void', {}, `${userId}-3`));
  await remember(() => change(userId, one.id, 'capture', {}, `${userId}-4`));
  const { json: two } = await remember(() => authorise(userId, { amount: 20, expiresIn: 1 }, `${userId}-5`));
  await clock.set(noon + 5000);
  await remember(() => change(userId, two.id, 'void', {}, `${userId}-6`));
  await remember(() => spend(userId, 90));
  sent.pop();
  for (const [request, first] of sent) {
    const again = await request();
    expect(again.headers['idempotency-replayed']).toBe('true');
    const without = ({ requestId: _requestId, ...json }: Record<string, unknown>) => JSON.stringify(json);
    expect(without(again.json)).toBe(without(first.json));
  }
  const { json: transaction } = await service.client.get(`/v1/transactions/${one.id}`);
  const { available, held, ...hold } = one;
  expect(transaction).toMatchObject({
    type: 'hold',
    asset: 'GOLD',
    amount: 30,
    balance: 100,
    entries: [],
    hold,
  });
  expect(transaction).toMatchObject({ available, held });
});

it('lists holds by status, newest first', async () => {
  const userId = await userWith(100);
  const ids: string[] = [];
  for (const expiresIn of [1, 900, 900, 900, 900]) {
    ids.unshift((await authorise(userId, { amount: 1, expiresIn })).json.id as string);
  }
  const [newest = '', voided = '', captured = '', oldestOpen = '', lapsed = ''] = ids;
  await change(userId, captured, 'capture');
  await change(userId, voided, 'void');
  await clock.set(noon + 1000);
  const idsOf = async (query: string) => {
    const { json } = await service.client.get(`${holdsOf(userId)}?${query}`);
    return {
      ids: json.data.map(({ id }: { id: string }) => id) as string[],
      hasMore: json.hasMore as boolean,
    };
  };
  expect(await idsOf('limit=10')).toEqual({ ids, hasMore: false });
  expect(await idsOf(`limit=2&startingAfter=${newest}`)).toEqual({ ids: [voided, captured], hasMore: true });
  expect(await idsOf('status=open')).toEqual({ ids: [newest, oldestOpen], hasMore: false });
  expect(await idsOf('status=captured')).toEqual({ ids: [captured], hasMore: false });
  expect(await idsOf('status=voided')).toEqual({ ids: [voided], hasMore: false });
  expect(await idsOf('status=lapsed')).toEqual({ ids: [lapsed], hasMore: false });
});

it('finds a hold in its own account only', async () => {
  const userId = await userWith(100);
  const other = await userWith(100);
  const { json: hold } = await authorise(userId, { amount: 1 });
  const paths = [`/v1/wallets/${other}/GOLD`, `/v1/wallets/${userId}/SILVER`];
  for (const path of paths) {
    expectProblem(await service.client.get(`${path}/holds/${hold.id}`), 'hold-not-found', {
      holdId: hold.id,
    });
    expectProblem(await service.client.post(`${path}/holds/${hold.id}/capture`, {}), 'hold-not-found', {
      holdId: hold.id,
    });
  }
  expectProblem(
    await service.client.post(`/v1/wallets/${userId}/NOPE/holds`, { amount: 1 }),
    'asset-not-found',
    {
      asset: 'NOPE',
    },
  );
  expectProblem(await authorise('never-seen', { amount: 1 }), 'insufficient-funds', {
    ...{ asset: 'GOLD', balance: 0, available: 0, held: 0, required: 1 },
  });
});

it('checks a precondition against what is available', async () => {
  const userId = await userWith(100);
  await authorise(userId, { amount: 60 });
  const { headers } = await service.client.get(`/v1/wallets/${userId}/GOLD`);
  expect(headers['etag']).toBe('"1-40"');
  const conditional = (tag: string) =>
    service.client.post(holdsOf(userId), { amount: 10 }, undefined, { 'if-match': tag });
  expect((await conditional('"1-100"')).status).toBe(412);
  expect((await conditional('"1-40"')).status).toBe(201);
  expectProblem(
    await authorise(userId, { amount: 1, conditions: { minAvailable: 31 } }),
    'precondition-failed',
    {
      ...{ asset: 'GOLD', condition: 'minAvailable', expected: 31, actual: 30 },
    },
  );
});

it('captures and gives back the largest balance', async () => {
  const largest = Number.MAX_SAFE_INTEGER;
  const userId = await userWith(largest);
  const { json: hold } = await authorise(userId, { amount: largest });
  expect(hold).toMatchObject({ available: 0, held: largest });
  const { json: captured } = await change(userId, hold.id, 'capture');
  expect(captured).toMatchObject({ amount: largest, balance: 0 });
  const body = { transactionId: captured.id as string, cause: 'mistake' };
  const { json: reversed } = await service.client.post(`/v1/wallets/${userId}/reversals`, body);
  expect(reversed).toMatchObject({ amount: largest, balance: largest });
  expect(await figuresOf(userId)).toEqual({ balance: largest, available: largest, held: 0 });
});

it('captures what was authorised before the range of the asset changed', async () => {
  await administer(service.client, 'POST /v1/assets', { code: 'RUBY', name: 'Rubies' });
  await service.client.post('/v1/wallets/ruby/RUBY/topup', { amount: 100 });
  const { json: hold } = await service.client.post('/v1/wallets/ruby/RUBY/holds', { amount: 80 });
  await administer(service.client, 'PATCH /v1/assets/RUBY', { minAmount: 10, maxAmount: 50, retired: true });
  expectProblem(
    await service.client.post('/v1/wallets/ruby/RUBY/holds', { amount: 5 }),
    'amount-out-of-range',
    {
      ...{ asset: 'RUBY', amount: 5, minAmount: 10, maxAmount: 50 },
    },
  );
  const path = `/v1/wallets/ruby/RUBY/holds/${hold.id}/capture`;
  expect((await service.client.post(path, { amount: 5, final: false })).status).toBe(201);
  expect((await service.client.post(path, {})).json).toMatchObject({ amount: 75, balance: 20 });
});

it('allows 1,000 open holds of an account', async () => {
  const userId = await userWith(2000);
  const answers = await Promise.all(
    Array.from({ length: 1001 }, () => authorise(userId, { amount: 1, expiresIn: 1 })),
  );
  const refused = answers.filter(({ status }) => status !== 201);
  expect(refused).toHaveLength(1);
  expectProblem(refused[0] as Answer, 'too-many-holds', { asset: 'GOLD', limit: 1000 });
  await clock.set(noon + 1000);
  expect((await authorise(userId, { amount: 2000 })).json).toMatchObject({ available: 0, held: 2000 });
});

it.each([
  [{ amount: 0 }, '/amount'],
  [{ amount: 1, expiresIn: 0 }, '/expiresIn'],
  [{ amount: 1, expiresIn: 2_678_401 }, '/expiresIn'],
  [{ amount: 1, expiresIn: '60' }, '/expiresIn'],
  [{ amount: 1, final: true }, '/final'],
])('rejects the hold %j', async (body, pointer) => {
  const { status, json } = await authorise('alice', body);
  expect({
    status,
    pointers: json.errors.map((error: { pointer: string }) => error.pointer) as unknown,
  }).toEqual({
    status: 400,
    pointers: [pointer],
  });
});
