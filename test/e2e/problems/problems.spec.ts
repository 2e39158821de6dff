import { administer } from '../../support/administer.js';
import { type ContractService, startContractService } from '../support/contract-service.js';
import { freeze } from '../support/freezing.js';
import { asOwner } from '../support/owner.js';
import { expectProblem, faultAt, type ProblemCode } from '../support/problem-codes.js';
import type { Answer, RawRequest } from '../../support/wallet-client.js';
import { allAvailable } from '../support/shapes.js';

/** One request for every problem that a caller can meet; `expectProblem` checks every member of the document. */
let service: ContractService;
beforeAll(async () => {
  service = await startContractService();
});
afterAll(() => service.audit());
afterAll(() => service.close());

const topup = '/v1/wallets/alice/GOLD/topup';
const spend = '/v1/wallets/alice/GOLD/spend';

function send(headers: Record<string, string>, body: string): Promise<Answer> {
  return service.client.send({ method: 'POST', path: topup, headers, body });
}

const json = { 'content-type': 'application/json' };

const offer = { name: 'Offer', asset: 'GOLD' };

const problems: Partial<Record<ProblemCode, { ask: () => Promise<Answer>; members?: object }>> = {
  'validation-failed': {
    ask: () => service.client.post(topup, { amount: 0 }),
    members: {
      errorCount: 1,
      errors: [{ pointer: '/amount', detail: 'must be an integer from 1 to 9007199254740991' }],
    },
  },
  'idempotency-key-missing': { ask: () => send(json, '{"amount": 1}') },
  'idempotency-key-invalid': { ask: () => send({ ...json, 'idempotency-key': 'a b' }, '{"amount": 1}') },
  'malformed-json': { ask: () => service.client.post(topup, '{"amount": 1,}') },
  'bad-request': { ask: () => service.client.get('/v1/wallets/%E0%A4%A') },
  'asset-not-found': {
    ask: () => service.client.post('/v1/wallets/alice/COPPER/topup', { amount: 1 }),
    members: { asset: 'COPPER' },
  },
  'user-not-found': {
    ask: () => service.client.get('/v1/wallets/ghost'),
    members: { userId: 'ghost' },
  },
  'transaction-not-found': {
    ask: () => service.client.get('/v1/transactions/019adb2f-61c8-7a0e-8a51-0f7f3c1d5e10'),
    members: { transactionId: '019adb2f-61c8-7a0e-8a51-0f7f3c1d5e10' },
  },
  'invalid-cursor': { ask: () => service.client.get('/v1/transactions?after=AQ') },
  'route-not-found': { ask: () => service.client.get('/v1/coins') },
  'asset-exists': {
    ask: () => service.client.post('/v1/assets', { code: 'GOLD', name: 'Gold' }),
    members: { asset: 'GOLD' },
  },
  'body-too-large': { ask: () => service.client.post(topup, `{"amount": 1${' '.repeat(16 * 1024)}}`) },
  'unsupported-media-type': { ask: () => send({ 'content-type': 'text/plain' }, '{"amount": 1}') },
  'precondition-failed': {
    ask: () => service.client.post(spend, { amount: 1, conditions: { minBalance: 1001 } }),
    members: { asset: 'GOLD', condition: 'minBalance', expected: 1001, actual: 1000 },
  },
  'insufficient-funds': {
    ask: () => service.client.post(spend, { amount: 1001 }),
    members: { asset: 'GOLD', ...allAvailable(1000), required: 1001 },
  },
  'idempotency-key-reused': {
    ask: async () => {
      await service.client.post('/v1/wallets/bob/GOLD/topup', { amount: 1 }, 'reused');
      return service.client.post('/v1/wallets/bob/GOLD/topup', { amount: 2 }, 'reused');
    },
  },
  'balance-limit-exceeded': {
    ask: () => service.client.post(topup, { amount: Number.MAX_SAFE_INTEGER }),
    members: {
      ...{ account: 'alice', asset: 'GOLD', balance: expect.any(Number) },
      limit: Number.MAX_SAFE_INTEGER,
    },
  },
  'asset-retired': {
    ask: async () => {
      await service.client.post('/v1/assets', { code: 'OLD', name: 'Old coins' });
      await service.client.patch('/v1/assets/OLD', { retired: true });
      return service.client.post('/v1/wallets/alice/OLD/topup', { amount: 1 });
    },
    members: { asset: 'OLD' },
  },
  'amount-out-of-range': {
    ask: async () => {
      await service.client.patch('/v1/assets/LOYALTY', { minAmount: 10, maxAmount: 500 });
      return service.client.post('/v1/wallets/alice/LOYALTY/topup', { amount: 9 });
    },
    members: { asset: 'LOYALTY', amount: 9, minAmount: 10, maxAmount: 500 },
  },
  'wallet-frozen': {
    ask: async () => {
      await service.client.post('/v1/wallets/frosty/GOLD/topup', { amount: 1 });
      await freeze(service, 'frosty');
      return service.client.post('/v1/wallets/frosty/GOLD/spend', { amount: 1 });
    },
    members: { asset: 'GOLD' },
  },
  'item-not-found': {
    ask: () => service.client.get('/v1/items/nothing'),
    members: { item: 'nothing' },
  },
  'task-not-found': {
    ask: () => service.client.get('/v1/tasks/nothing'),
    members: { task: 'nothing' },
  },
  'item-exists': {
    ask: () => administer(service.client, 'POST /v1/items', { ...offer, code: 'iron-sword', price: 1 }),
    members: { item: 'iron-sword' },
  },
  'task-exists': {
    ask: () =>
      administer(service.client, 'POST /v1/tasks', { ...offer, code: 'tutorial', reward: 1, limit: 'once' }),
    members: { task: 'tutorial' },
  },
  'player-task-unlimited': {
    ask: () => administer(service.client, 'PATCH /v1/tasks/watch-ad', { completedBy: 'player' }),
    members: { task: 'watch-ad' },
  },
  'conversion-cycle-creates-credits': {
    ask: () =>
      administer(service.client, 'PUT /v1/conversion-rates/GOLD/SILVER', { fromAmount: 1, toAmount: 51 }),
    members: { cycle: ['SILVER', 'GOLD', 'SILVER'] },
  },
  'item-retired': {
    ask: async () => {
      await administer(service.client, 'PATCH /v1/items/mystery-box', { retired: true });
      return service.client.post('/v1/wallets/alice/purchases', { item: 'mystery-box' });
    },
    members: { item: 'mystery-box' },
  },
  'task-retired': {
    ask: async () => {
      await administer(service.client, 'PATCH /v1/tasks/watch-ad', { retired: true });
      return service.client.post('/v1/wallets/alice/tasks/watch-ad/complete', {});
    },
    members: { task: 'watch-ad' },
  },
  'task-already-completed': {
    ask: async () => {
      await service.client.post('/v1/wallets/alice/tasks/tutorial/complete', {});
      return service.client.post('/v1/wallets/alice/tasks/tutorial/complete', {});
    },
    members: { task: 'tutorial' },
  },
  'conversion-not-offered': {
    ask: () => service.client.post('/v1/wallets/alice/convert', { from: 'GOLD', to: 'SILVER', amount: 1 }),
    members: { from: 'GOLD', to: 'SILVER' },
  },
  'amount-not-convertible': {
    ask: () => service.client.post('/v1/wallets/alice/convert', { from: 'SILVER', to: 'GOLD', amount: 1 }),
    members: { from: 'SILVER', to: 'GOLD', multipleOf: 50 },
  },
  'amount-too-large': {
    ask: async () => {
      const price = Number.MAX_SAFE_INTEGER;
      await administer(service.client, 'POST /v1/items', { ...offer, code: 'moon', price });
      return service.client.post('/v1/wallets/alice/purchases', { item: 'moon', quantity: 2 });
    },
    members: { asset: 'GOLD', limit: Number.MAX_SAFE_INTEGER },
  },
};

it.each(Object.entries(problems))('answers %s as a problem document', async (code, { ask, members }) => {
  expectProblem(await ask(), code as ProblemCode, members);
});

it('hides internal errors, and does not store them under the key', async () => {
  const rename = async (from: string, to: string) => {
    for (const table of ['assets', 'entries'])
      await asOwner(service.database, `ALTER TABLE ${table}${from} RENAME TO ${table}${to}`);
  };
  await rename('', '_elsewhere');
  const read = await service.client.get('/v1/wallets/alice/GOLD');
  const write = await service.client.post(spend, { amount: 1 }, 'in-bad-times');
  await rename('_elsewhere', '');
  for (const answer of [read, write]) {
    expectProblem(answer, 'internal');
    expect(answer.text).not.toMatch(/relation|assets|entries_|select|insert|pg|typeorm|\.[jt]s|\bat /i);
  }
  const retry = await service.client.post(spend, { amount: 1 }, 'in-bad-times');
  expect(retry.status).toBe(201);
  expect(retry.headers['idempotency-replayed']).toBeUndefined();
});

it('reports every fault of a body at once', async () => {
  const answer = await service.client.post(topup, {
    amount: '5',
    reference: '',
    description: 7,
    metadata: [],
    'a/b~c': 1,
  });
  const { errors } = answer.json as { errors: { pointer: string }[] };
  expect(errors.map(({ pointer }) => pointer).sort()).toEqual([
    '/amount',
    '/a~1b~0c',
    '/description',
    '/metadata',
    '/reference',
  ]);
});

describe('a problem document', () => {
  const names = (length: number) => Array.from({ length }, (_, index) => `m${index}`);
  const membersOf = (length: number, tail = '') =>
    names(length)
      .map((name) => `"${name}${tail}":1`)
      .join(',');

  it('lists ten faults and counts them all', async () => {
    const body = `{"amount":0,${membersOf(1_500)}}`;
    const { json } = await service.client.post(topup, body);
    expect(json).toMatchObject({ code: 'validation-failed', errorCount: 1_501 });
    expect(json.errors).toHaveLength(10);
    expect(json.errors[0].pointer).toBe('/amount');
    expect(json.detail).toMatch(/; and 1491 more$/);
  });

  const kib16 = (before: string, unit: string, after: string) =>
    before + unit.repeat(Math.floor((16_384 - before.length - after.length) / unit.length)) + after;
  const write = { method: 'POST', path: topup, headers: { ...json, 'idempotency-key': 'k' } };

  it.each<[string, RawRequest]>([
    ['unknown members', { ...write, body: `{${membersOf(1_500)}}` }],
    ['one long name', { ...write, body: kib16('{"', 'n', '":1}') }],
    ['a long name of slashes', { ...write, body: kib16('{"', '/', '":1}') }],
    ['a long name of control characters', { ...write, body: kib16('{"', '\\u0001', '":1}') }],
    ['ten long names of control characters', { ...write, body: `{${membersOf(10, '\\u0001'.repeat(260))}}` }],
    ['a long number', { ...write, body: kib16('{"amount":1.', '3', '}') }],
    ['a long text that is not JSON', { ...write, body: kib16('{"amount":', 'x', '}') }],
    ['unknown parameters', { path: `/v1/transactions?${names(2_000).join('&')}` }],
    ['one long parameter', { path: `/v1/assets?${'p'.repeat(15_000)}` }],
    ['a long path', { path: `/v1/${'p'.repeat(15_000)}` }],
    ['a long path of quotes', { path: `/v1/${'"'.repeat(15_000)}` }],
    ['a long undecodable path', { path: `/v1/wallets/${'p'.repeat(15_000)}%` }],
    ['a long user id', { path: `/v1/wallets/${'p'.repeat(2_000)}` }],
  ])('is smaller than 8 KiB even for 16 KiB of %s', async (_what, request) => {
    const answer = await service.client.send(request);
    expect([400, 404]).toContain(answer.status);
    expect(Buffer.byteLength(answer.text)).toBeLessThan(8 * 1024);
  });
});

it('points at a fault in the path', async () => {
  expectProblem(
    await service.client.post('/v1/wallets/a%20b/GOLD/topup', { amount: 1 }),
    'validation-failed',
    faultAt('/userId'),
  );
});

describe('X-Request-Id', () => {
  it.each(['a', 'trace-1', '0af7651916cd43dd8448eb211c80319c', 'a.b_c:d-e', 'x'.repeat(128)])(
    'is kept when it is %s',
    async (id) => {
      const good = await service.client.get('/v1/assets', { 'x-request-id': id });
      expect(good.headers['x-request-id']).toBe(id);
      const bad = await service.client.get('/v1/wallets/ghost', { 'x-request-id': id });
      expect(bad.headers['x-request-id']).toBe(id);
      expectProblem(bad, 'user-not-found', { userId: 'ghost' });
    },
  );

  it.each([
    ['is missing', []],
    ['is empty', ['']],
    ['is too long', ['x'.repeat(129)]],
    ['has a space', ['a b']],
    ['has a quote', ['a"b']],
    ['has markup', ['<script>']],
    ['is not ASCII', ['é']],
    ['comes twice', ['a', 'b']],
  ])('is replaced when it %s', async (_case, ids) => {
    const answer = await service.client.get(
      '/v1/wallets/ghost',
      Object.fromEntries(ids.length === 0 ? [] : [['x-request-id', ids]]),
    );
    expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expectProblem(answer, 'user-not-found', { userId: 'ghost' });
  });
});
