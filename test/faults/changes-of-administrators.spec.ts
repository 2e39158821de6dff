import { type Interceptor, passAll } from './proxy/postgres-proxy.js';
import { type BehindProxy, startBehindProxy } from './support/behind-proxy.js';

/** What administrators change is written once, without a key: they must learn whether it may have happened. */
let behind: BehindProxy;

beforeAll(async () => {
  behind = await startBehindProxy();
  await behind.service.client.post('/v1/users', { userId: 'carl' });
});

afterEach(() => {
  behind.proxy.intercept = passAll;
});

afterAll(() => behind.close());

/** The requests, and a query that counts what they did. */
const changes: [what: string, method: string, path: string, body: object, counted: string][] = [
  ['a new asset', 'POST', '/v1/assets', { code: 'GEMS', name: 'Gems' }, `assets WHERE code = 'GEMS'`],
  ['a changed asset', 'PATCH', '/v1/assets/SILVER', { name: 'New' }, `assets WHERE name = 'New'`],
  [
    'a new item',
    'POST',
    '/v1/items',
    { code: 'hat', name: 'Hat', asset: 'GOLD', price: 5 },
    `items WHERE code = 'hat'`,
  ],
  ['a changed item', 'PATCH', '/v1/items/iron-sword', { price: 77 }, `items WHERE price = 77`],
  [
    'a new task',
    'POST',
    '/v1/tasks',
    { code: 'win', name: 'Win', asset: 'GOLD', reward: 5, limit: 'once' },
    `tasks WHERE code = 'win'`,
  ],
  ['a changed task', 'PATCH', '/v1/tasks/tutorial', { reward: 77 }, `tasks WHERE reward = 77`],
  ['a tester', 'PATCH', '/v1/users/carl', { tester: true }, `users WHERE id = 'carl' AND tester`],
  [
    'a conversion rate',
    'PUT',
    '/v1/conversion-rates/LOYALTY/SILVER',
    { fromAmount: 777, toAmount: 1 },
    `conversion_rates WHERE from_amount = 777`,
  ],
];

async function count(rows: string): Promise<number> {
  const { rows: counted } = await behind.owner.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${rows}`);
  return counted[0]!.n;
}

const cutIf = (isCommit: boolean) => (isCommit ? 'cut-before' : 'pass');

/** Where COMMIT is cut, and what has become of it then. */
const cuts: [where: string, intercept: Interceptor, happened: number][] = [
  ['before', ({ direction, sql }) => cutIf(direction === 'frontend' && sql === 'COMMIT'), 0],
  ['after', ({ tag }) => cutIf(tag === 'COMMIT'), 1],
];

describe.each(cuts)('a connection that ends %s COMMIT', (_where, intercept, happened) => {
  it.each(changes)('leaves the outcome of %s open', async (_what, method, path, body, counted) => {
    behind.proxy.intercept = intercept;
    const headers = { 'content-type': 'application/json' };
    const { status, json } = await behind.service.client.send({
      ...{ method, path, headers },
      body: JSON.stringify(body),
    });
    expect([status, json.code]).toEqual([503, 'outcome-unknown']);
    expect(await count(counted)).toBe(happened);
  });
});
