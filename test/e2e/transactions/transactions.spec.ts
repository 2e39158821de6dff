import { asWritten } from '../../support/as-written.js';
import { type ContractService, startContractService } from '../support/contract-service.js';
import { type Page, walk } from '../support/pages.js';
import { expectProblem } from '../support/problem-codes.js';
import { untilAfter } from '../support/shapes.js';

interface Transaction {
  id: string;
  type: string;
  userId: string;
  asset: string;
  reference: string | null;
  createdAt: string;
}

let service: ContractService;
const written: Transaction[] = [];

beforeAll(async () => {
  service = await startContractService();
  const requests: [userId: string, asset: string, type: string, reference?: string][] = [
    ['alice', 'GOLD', 'spend', 'order-1'],
    ['alice', 'SILVER', 'spend', 'order-1'],
    ['alice', 'GOLD', 'bonus', 'quest-9'],
    ['bob', 'GOLD', 'spend', 'order-1'],
    ['bob', 'SILVER', 'topup'],
    ['carol', 'GOLD', 'bonus', 'quest-9'],
  ];
  for (const [userId, asset, type, reference] of requests) {
    const answer = await service.client.post(`/v1/wallets/${userId}/${asset}/${type}`, {
      amount: 5,
      reference,
    });
    written.push(answer.json as Transaction);
    await untilAfter(written.at(-1)!.createdAt);
  }
});
afterAll(() => service.close());

function list(query: string): Promise<Page<Transaction>> {
  return service.client.get(`/v1/transactions?${query}`).then(({ json }) => json as Page<Transaction>);
}

it('shows a transaction as the answer to its write did', async () => {
  for (const transaction of written) {
    const read = await service.client.get(`/v1/transactions/${transaction.id}`);
    expect(asWritten(read)).toEqual(transaction);
    const upperCase = await service.client.get(`/v1/transactions/${transaction.id.toUpperCase()}`);
    expect(upperCase.text).toBe(read.text);
  }
});

it('answers 404 for an unknown transaction', async () => {
  const transactionId = '019adb2f-61c8-7a0e-8a51-0f7f3c1d5e10';
  const answer = await service.client.get(`/v1/transactions/${transactionId}`);
  expectProblem(answer, 'transaction-not-found', { transactionId });
});

it('lists every transaction of every user, newest first', async () => {
  const { data, hasMore } = await list('limit=100');
  const times = data.map(({ createdAt }) => createdAt);
  expect(times).toEqual([...times].sort().reverse());
  expect(data.slice(0, written.length)).toEqual([...written].reverse());
  // The seed granted seven balances.
  expect(data.slice(written.length).map(({ reference }) => reference)).toEqual(Array(7).fill('seed'));
  expect(hasMore).toBe(false);
});

const filters: [query: string, matches: (transaction: Transaction) => boolean][] = [
  ['userId=alice', ({ userId }) => userId === 'alice'],
  ['asset=SILVER', ({ asset }) => asset === 'SILVER'],
  ['type=spend', ({ type }) => type === 'spend'],
  ['reference=order-1', ({ reference }) => reference === 'order-1'],
  ['userId=alice&asset=GOLD', ({ userId, asset }) => userId === 'alice' && asset === 'GOLD'],
  ['userId=bob&type=spend', ({ userId, type }) => userId === 'bob' && type === 'spend'],
  ['type=bonus&reference=quest-9', ({ type, reference }) => type === 'bonus' && reference === 'quest-9'],
  ['asset=GOLD&reference=order-1', ({ asset, reference }) => asset === 'GOLD' && reference === 'order-1'],
  [
    'userId=alice&asset=GOLD&type=spend&reference=order-1&from=2001-01-01T00:00:00Z&to=9999-01-01T00:00:00Z',
    ({ userId, asset, type }) => userId === 'alice' && asset === 'GOLD' && type === 'spend',
  ],
];

it.each(filters)('filters by %s', async (query, matches) => {
  const { data } = await list(`limit=100&${query}`);
  const all = (await list('limit=100')).data;
  expect(data).toEqual(all.filter(matches));
  expect(data.length).toBeGreaterThan(0);
  expect(data.length).toBeLessThan(all.length);
});

it.each([
  'userId=ghost',
  'asset=COPPER',
  'type=conversion',
  'reference=order-2',
  'reference=ORDER-1',
  'userId=carol&type=spend',
  'from=9998-01-01T00:00:00Z',
  'to=2001-01-01T00:00:00Z',
])('finds nothing for %s', async (query) => {
  expect(await list(query)).toEqual({ data: [], hasMore: false });
});

it('includes `from` and excludes `to`', async () => {
  const [, second, third, fourth] = written;
  const { data } = await list(`from=${second!.createdAt}&to=${fourth!.createdAt}`);
  expect(data).toEqual([third, second]);
});

it.each(['001', '500000', '999', '999999'])(
  'compares bounds exactly, with the digits %s after the milliseconds',
  async (digits) => {
    const later = (time: string) => time.replace('Z', `${digits}Z`);
    const [, second, third, fourth] = written;
    // `second` was stamped before this `from`, and `fourth` before this `to`.
    const { data } = await list(`from=${later(second!.createdAt)}&to=${later(fourth!.createdAt)}`);
    expect(data).toEqual([fourth, third]);
  },
);

it.each(['2001-01-01T00:00:00.9999Z', '0001-01-01T00:00:00.000000001Z'])(
  'lists everything from %s',
  async (from) => {
    const { data } = await list(`limit=100&from=${from}&to=9999-12-31T23:59:59.999999999Z`);
    expect(data).toEqual((await list('limit=100')).data);
  },
);

it('finds references with any characters', async () => {
  const reference = "50 % & 'more' / ünïcödé 🗡 ?";
  const answer = await service.client.post('/v1/wallets/dora/GOLD/topup', { amount: 1, reference });
  const { data } = await list(`reference=${encodeURIComponent(reference)}`);
  expect(data).toEqual([answer.json]);
});

it.each([1, 2, 5, 100])('lists everything once in pages of %i', async (limit) => {
  const all = (await list('limit=100')).data;
  const pages = await walk<Transaction>(service.client, `/v1/transactions?limit=${limit}`, ({ id }) => id);
  expect(pages.flat()).toEqual(all);
  expect(pages).toHaveLength(Math.ceil(all.length / limit));
});

it('pages through filtered transactions', async () => {
  const spends = await walk<Transaction>(
    service.client,
    '/v1/transactions?type=spend&limit=2',
    ({ id }) => id,
  );
  expect(spends.map((page) => page.length)).toEqual([2, 1]);
});

it('defaults to pages of 20', async () => {
  await Promise.all(
    Array.from({ length: 21 }, () => service.client.post('/v1/wallets/eve/GOLD/topup', { amount: 1 })),
  );
  const { data, hasMore } = await list('userId=eve');
  expect(data).toHaveLength(20);
  expect(hasMore).toBe(true);
});

it.each(['startingAfter=019adb2f-61c8-7a0e-8a51-0f7f3c1d5e10', 'after=AQ', 'after=start&userId=alice'])(
  'rejects the cursor of %s',
  async (query) => {
    expectProblem(await service.client.get(`/v1/transactions?${query}`), 'invalid-cursor');
  },
);
