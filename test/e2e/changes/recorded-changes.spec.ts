import { administer } from '../../support/administer.js';
import { installTrigger } from '../../support/install-trigger.js';
import { withClient } from '../../support/server/with-client.js';
import { changesOf, type RecordedChange } from '../support/changes.js';
import { createClient } from '../support/client.js';
import { type ContractService, startContractService } from '../support/contract-service.js';
import type { WalletClient } from '../../support/wallet-client.js';

let service: ContractService;
let manager: WalletClient;
beforeAll(async () => {
  service = await startContractService();
  manager = service.as((await createClient(service, 'live-ops', { scopes: ['admin'] })).key);
});
afterAll(async () => {
  await service.audit();
  await service.close();
});

interface Recorded {
  request: Parameters<typeof administer>[1];
  body?: object;
  record: Pick<RecordedChange, 'kind' | 'subject' | 'before' | 'after'>;
}

const ruby = {
  name: 'Rubies',
  decimals: 0,
  minAmount: 1,
  maxAmount: Number.MAX_SAFE_INTEGER,
  retired: false,
};
const shield = { name: 'Shield', asset: 'GOLD', price: 40, retired: false };
const walk = {
  name: 'Walk',
  asset: 'GOLD',
  reward: 5,
  limit: 'daily',
  completedBy: 'client',
  retired: false,
};
const rate = { fromAmount: 10, toAmount: 1 };

/** Every operation by which an administrator changes something, in an order in which each has something to change. */
const recorded: Record<string, Recorded> = {
  'POST /v1/assets': {
    request: 'POST /v1/assets',
    body: { code: 'RUBY', name: 'Rubies' },
    record: { kind: 'asset', subject: 'RUBY', before: null, after: ruby },
  },
  'PATCH /v1/assets/{code}': {
    request: 'PATCH /v1/assets/RUBY',
    body: { minAmount: 5, maxAmount: 500, retired: true },
    record: {
      kind: 'asset',
      subject: 'RUBY',
      before: ruby,
      after: { ...ruby, minAmount: 5, maxAmount: 500, retired: true },
    },
  },
  'POST /v1/items': {
    request: 'POST /v1/items',
    body: { code: 'shield', name: 'Shield', asset: 'GOLD', price: 40 },
    record: { kind: 'item', subject: 'shield', before: null, after: shield },
  },
  'PATCH /v1/items/{code}': {
    request: 'PATCH /v1/items/shield',
    body: { price: 50 },
    record: { kind: 'item', subject: 'shield', before: shield, after: { ...shield, price: 50 } },
  },
  'POST /v1/tasks': {
    request: 'POST /v1/tasks',
    body: { code: 'walk', name: 'Walk', asset: 'GOLD', reward: 5, limit: 'daily' },
    record: { kind: 'task', subject: 'walk', before: null, after: walk },
  },
  'PATCH /v1/tasks/{code}': {
    request: 'PATCH /v1/tasks/walk',
    body: { reward: 7, completedBy: 'player' },
    record: {
      kind: 'task',
      subject: 'walk',
      before: walk,
      after: { ...walk, reward: 7, completedBy: 'player' },
    },
  },
  'PUT /v1/conversion-rates/{from}/{to}': {
    request: 'PUT /v1/conversion-rates/GOLD/LOYALTY',
    body: rate,
    record: { kind: 'conversion-rate', subject: 'GOLD/LOYALTY', before: null, after: rate },
  },
  'DELETE /v1/conversion-rates/{from}/{to}': {
    request: 'DELETE /v1/conversion-rates/GOLD/LOYALTY',
    record: { kind: 'conversion-rate', subject: 'GOLD/LOYALTY', before: rate, after: null },
  },
  'PATCH /v1/users/{userId}': {
    request: 'PATCH /v1/users/alice',
    body: { tester: true },
    record: { kind: 'user', subject: 'alice', before: { tester: false }, after: { tester: true } },
  },
};

/** Writes with a record elsewhere. Those that move credits are transactions, which name their actor. */
const elsewhere = [
  'POST /v1/users/{userId}/freeze',
  'POST /v1/users/{userId}/unfreeze',
  'POST /v1/users',
  'POST /v1/auth/signup',
  'POST /v1/auth/login',
  'POST /v1/wallets/{userId}/{asset}/topup',
  'POST /v1/wallets/{userId}/{asset}/bonus',
  'POST /v1/wallets/{userId}/{asset}/spend',
  'POST /v1/wallets/{userId}/convert',
  'POST /v1/wallets/{userId}/operations',
  'POST /v1/wallets/{userId}/reversals',
  'POST /v1/wallets/{userId}/reversals/{transactionId}/reinstate',
  'POST /v1/wallets/{userId}/{asset}/owed/forgive',
  'POST /v1/wallets/{userId}/{asset}/adjustments',
  'POST /v1/wallets/{userId}/{asset}/holds',
  'POST /v1/wallets/{userId}/{asset}/holds/{holdId}/capture',
  'POST /v1/wallets/{userId}/{asset}/holds/{holdId}/void',
  'POST /v1/wallets/{userId}/purchases',
  'POST /v1/wallets/{userId}/tasks/{task}/complete',
];

it('knows every operation that writes', () => {
  const operations = Object.entries(service.contract.document.paths).flatMap(([path, methods]) =>
    Object.keys(methods)
      .filter((method) => method !== 'get')
      .map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect([...Object.keys(recorded), ...elsewhere].sort()).toEqual(operations.sort());
});

it.each(Object.entries(recorded))('records %s once, with its client', async (_name, expected) => {
  const { request, body, record } = expected;
  const send = () => administer(manager, request, body);
  const before = await changesOf(service.client);
  expect((await send()).status).toBeLessThan(300);
  const added = (await changesOf(service.client)).slice(before.length);
  expect(added).toEqual([
    {
      ...record,
      number: before.length + 1,
      by: 'live-ops',
      createdAt: expect.stringMatching(/^20.*Z$/) as string,
    },
  ]);

  // Again it changes nothing, or is refused.
  expect((await send()).status).toBeLessThan(500);
  expect(await changesOf(service.client)).toHaveLength(before.length + 1);
});

it.each<[string, Parameters<typeof administer>[1], object | undefined, number]>([
  ['an item that is not there', 'PATCH /v1/items/none', { price: 5 }, 404],
  ['a taken code', 'POST /v1/items', { code: 'iron-sword', name: 'Sword', asset: 'GOLD', price: 5 }, 409],
  ['an empty range of amounts', 'PATCH /v1/assets/GOLD', { minAmount: 9, maxAmount: 8 }, 400],
  [
    'a rate that creates credits',
    'PUT /v1/conversion-rates/GOLD/SILVER',
    { fromAmount: 1, toAmount: 60 },
    422,
  ],
  ['a task that players could repeat', 'PATCH /v1/tasks/watch-ad', { completedBy: 'player' }, 422],
  ['no member', 'PATCH /v1/items/iron-sword', {}, 200],
  ['the same price', 'PATCH /v1/items/iron-sword', { price: 120 }, 200],
  ['an unknown user', 'PATCH /v1/users/nobody', { tester: true }, 404],
  ['a user who is no tester', 'PATCH /v1/users/bob', { tester: false }, 200],
  ['a rate that is not there', 'DELETE /v1/conversion-rates/LOYALTY/GOLD', undefined, 204],
])('records nothing for %s', async (_what, request, body, status) => {
  const before = await changesOf(service.client);
  expect((await administer(manager, request, body)).status).toBe(status);
  expect(await changesOf(service.client)).toEqual(before);
});

describe('neither a change nor its record exists without the other', () => {
  const tables = ['assets', 'items', 'tasks', 'conversion_rates', 'users'];
  const requests: [Parameters<typeof administer>[1], object | undefined][] = [
    ['POST /v1/assets', { code: 'TIN', name: 'Tin' }],
    ['PATCH /v1/assets/GOLD', { name: 'Doubloons' }],
    ['POST /v1/items', { code: 'helmet', name: 'Helmet', asset: 'GOLD', price: 40 }],
    ['PATCH /v1/items/iron-sword', { price: 1 }],
    ['POST /v1/tasks', { code: 'swim', name: 'Swim', asset: 'GOLD', reward: 5, limit: 'daily' }],
    ['PATCH /v1/tasks/daily-login', { reward: 1 }],
    ['PUT /v1/conversion-rates/SILVER/GOLD', { fromAmount: 90, toAmount: 1 }],
    ['PUT /v1/conversion-rates/LOYALTY/GOLD', { fromAmount: 90, toAmount: 1 }],
    ['DELETE /v1/conversion-rates/SILVER/GOLD', undefined],
    ['PATCH /v1/users/erin', { tester: true }],
  ];

  beforeAll(() => administer(manager, 'POST /v1/users', { userId: 'erin' }));

  it.each([
    ['the record', ['REVOKE INSERT ON changes FROM wallet_app'], 'GRANT INSERT ON changes TO wallet_app'],
    [
      'the change, at COMMIT',
      [
        `CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'failed'; END $$`,
        ...tables.map(
          (table) =>
            `CREATE CONSTRAINT TRIGGER fails AFTER INSERT OR UPDATE OR DELETE ON ${table} DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION fail()`,
        ),
      ],
      'DROP FUNCTION fail CASCADE',
    ],
  ])('if PostgreSQL refuses %s', async (_what, refuse, accept) => {
    const before = await rowsOf([...tables, 'changes']);
    await withClient(service.database.url, (owner) => installTrigger(owner, ...refuse));
    const statuses = [];
    for (const [request, body] of requests) {
      const { status } = await administer(manager, request, body);
      statuses.push([request, status]);
    }
    await asOwner(accept);
    expect(statuses).toEqual(requests.map(([request]) => [request, 500]));
    expect(await rowsOf([...tables, 'changes'])).toEqual(before);
  });
});

function rowsOf(tables: string[]): Promise<unknown[]> {
  return Promise.all(tables.map((table) => asOwner(`SELECT * FROM ${table} ORDER BY 1, 2`)));
}

async function asOwner(sql: string): Promise<unknown[]> {
  const { rows } = await withClient(service.database.url, (owner) => owner.query<object>(sql));
  return rows;
}
