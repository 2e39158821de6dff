import { type ContractService, startContractService } from '../support/contract-service.js';
import { expectNoHarm } from '../support/harmless.js';
import { expectProblem, faultAt } from '../support/problem-codes.js';

let service: ContractService;
beforeAll(async () => {
  service = await startContractService();
});
expectNoHarm(() => service);
afterAll(() => service.close());

/** A value with a short name. */
function named(value: string): [name: string, value: string] {
  return [value.length > 70 ? `${value.length} characters` : value, value];
}

describe('the id of a user', () => {
  const bad = [
    'a%20b',
    '%20',
    'a%00b',
    '%00',
    'a%2Fb',
    '..%2F..%2Fetc%2Fpasswd',
    'a%5Cb',
    "a'--",
    "'%20OR%20'1'='1",
    'a%3B%20DROP%20TABLE%20entries',
    'a%0D%0AX-Admin:%20true',
    '%1B%5B31m',
    'a%25',
    '%C3%A9',
    '%F0%9F%97%A1',
    'a*',
    '$1',
    '{userId}',
    '%3Cscript%3E',
    'x'.repeat(65),
    'x'.repeat(2_000),
  ];

  it.each(bad.map(named))('is rejected as %s', async (_name, userId) => {
    for (const path of ['', '/GOLD', '/GOLD/entries']) {
      const answer = await service.client.get(`/v1/wallets/${userId}${path}`);
      expectProblem(answer, 'validation-failed', faultAt('/userId'));
    }
    const write = await service.client.post(`/v1/wallets/${userId}/GOLD/topup`, { amount: 5 });
    expectProblem(write, 'validation-failed', faultAt('/userId'));
  });

  it.each(bad.map(named))('is rejected in a query as %s', async (_name, userId) => {
    // In a query + stands for a space.
    const listed = await service.client.get(`/v1/transactions?userId=${userId}`);
    expectProblem(listed, 'validation-failed', faultAt('/userId'));
    const users = await service.client.get(`/v1/users?startingAfter=${userId}`);
    expectProblem(users, 'validation-failed', faultAt('/startingAfter'));
  });

  it.each(['%', '%zz', '%E0%A4%A', '%FF', '%C0%80', 'x'.repeat(3_000)].map(named))(
    'makes the address invalid as %s',
    async (_name, userId) => {
      expectProblem(await service.client.get(`/v1/wallets/${userId}`), 'bad-request');
      const write = await service.client.post(`/v1/wallets/${userId}/GOLD/topup`, { amount: 5 });
      expectProblem(write, 'bad-request');
    },
  );
});

it.each(['GO%20LD', 'GOLD%00', 'GO%2FLD', "GOLD'", 'GO-LD', '%F0%9F%92%B0', 'G'.repeat(33)])(
  'rejects the asset %s',
  async (asset) => {
    for (const path of ['', '/entries']) {
      const answer = await service.client.get(`/v1/wallets/alice/${asset}${path}`);
      expectProblem(answer, 'validation-failed', faultAt('/asset'));
    }
    const write = await service.client.post(`/v1/wallets/alice/${asset}/topup`, { amount: 5 });
    expectProblem(write, 'validation-failed', faultAt('/asset'));
    const listed = await service.client.get(`/v1/transactions?asset=${asset}`);
    expectProblem(listed, 'validation-failed', faultAt('/asset'));
  },
);

it.each([
  'abc',
  '1',
  '019adb2f-61c8-7a0e-8a51',
  '019adb2f61c87a0e8a510f7f3c1d5e10',
  "019adb2f-61c8-7a0e-8a51-0f7f3c1d5e10'",
  '%7B019adb2f-61c8-7a0e-8a51-0f7f3c1d5e10%7D',
  '019adb2f-61c8-7a0e-8a51-0f7f3c1d5e1%00',
])('rejects the transaction id %s', async (id) => {
  expectProblem(await service.client.get(`/v1/transactions/${id}`), 'validation-failed', faultAt('/id'));
  const listed = await service.client.get(`/v1/transactions?startingAfter=${id}`);
  expectProblem(listed, 'validation-failed', faultAt('/startingAfter'));
});

const lists = ['/v1/users', '/v1/transactions', '/v1/wallets/alice/GOLD/entries'];

it.each([
  '-1',
  '0',
  '101',
  '1e9',
  '1e1',
  '1.0',
  '0x10',
  '%2B5',
  '%205',
  '',
  'ten',
  'null',
  '99999999999999999999',
  '05',
  '007',
  '+5',
  '5.0',
  '%C2%A05',
  '%D9%A5',
  '-0',
])('rejects the limit %s', async (limit) => {
  for (const list of lists) {
    const answer = await service.client.get(`${list}?limit=${limit}`);
    expectProblem(answer, 'validation-failed', faultAt('/limit'));
  }
});

it.each(['limit=5&limit=5', 'limit[]=5', 'limit%00=5', 'offset=5', 'Limit=5', 'limit=5&page=2'])(
  'rejects the query %s',
  async (query) => {
    for (const list of lists) {
      const answer = await service.client.get(`${list}?${query}`);
      expectProblem(answer, 'validation-failed', {
        errors: expect.any(Array) as unknown,
        errorCount: expect.any(Number) as unknown,
      });
    }
  },
);

it.each([
  '/v1/wallets/alice?at=2020-01-01T00:00:00Z',
  '/v1/assets?limit=5',
  '/v1/ledger/verification?__proto__=',
])('rejects a query on a route without parameters: %s', async (path) => {
  const answer = await service.client.get(path);
  expectProblem(answer, 'validation-failed', { errorCount: 1, errors: [expect.any(Object)] });
  const write = await service.client.post('/v1/wallets/alice/GOLD/topup?preview=true', { amount: 5 });
  expectProblem(write, 'validation-failed', faultAt('/preview'));
});

it.each(['__proto__', 'constructor', 'prototype', 'toString'])(
  'rejects the parameter %s like any unknown one',
  async (name) => {
    expectProblem(await service.client.get(`/v1/users?${name}=`), 'validation-failed', faultAt(`/${name}`));
  },
);

it('rejects an address with a fragment, which no client may send', async () => {
  expectProblem(await service.client.get('/v1/wallets/alice#bob'), 'bad-request');
});

it('ignores unknown query parameters on public pages', async () => {
  expect((await service.client.get('/health/live?probe=1')).status).toBe(200);
});

it.each(['-1', '0', 'abc', '1.5', '1e3', '9007199254740992', '99999999999999999999', '', '019adb2f', '07'])(
  'rejects the forged cursor %s of a statement',
  async (cursor) => {
    const answer = await service.client.get(`/v1/wallets/alice/GOLD/entries?startingAfter=${cursor}`);
    expectProblem(answer, 'validation-failed', faultAt('/startingAfter'));
  },
);

it.each([
  'yesterday',
  '',
  '0',
  '1700000000',
  '2026-01-01',
  '2026-01-01T00:00:00',
  '2026-01-01 00:00:00Z',
  '2026-01-01T00:00Z',
  '2026-1-1T00:00:00Z',
  '2026-02-29T00:00:00Z',
  '2026-13-01T00:00:00Z',
  '2026-00-01T00:00:00Z',
  '2026-01-32T00:00:00Z',
  '2026-01-01T24:00:00Z',
  '2026-01-01T00:60:00Z',
  '2026-01-01T00:00:61Z',
  '2026-01-01T00:00:00.Z',
  '2026-01-01T00:00:00+1:00',
  '2026-01-01T00:00:00+99:99',
  '0000-01-01T00:00:00Z',
  '0001-01-01T00:00:00+00:01',
  '9999-12-31T23:59:59-00:01',
  '99999-01-01T00:00:00Z',
  '+099999-01-01T00:00:00Z',
  '-000001-01-01T00:00:00Z',
  '2026-01-01T00:00:00Z\u0000',
  "2026-01-01T00:00:00Z'",
  '２０２６-01-01T00:00:00Z',
  'infinity',
  'Thu, 01 Jan 2026 00:00:00 GMT',
  '2016-12-31T23:59:60Z',
  '2026-01-01T00:00:00.1234567890Z',
])('rejects the time %s', async (time) => {
  const value = encodeURIComponent(time);
  for (const [path, name] of [
    ['/v1/wallets/alice/GOLD', 'at'],
    ['/v1/transactions', 'from'],
    ['/v1/transactions', 'to'],
  ]) {
    const answer = await service.client.get(`${path!}?${name!}=${value}`);
    expectProblem(answer, 'validation-failed', faultAt(`/${name!}`));
  }
});

it.each([
  ['type', 'refund'],
  ['type', 'topups'],
  ['type', 'TOPUP'],
  ['type', 'top up'],
  ['type', "spend' OR true --"],
  ['type', 'x'.repeat(33)],
  ['type', ''],
  ['reference', ''],
  ['reference', 'x'.repeat(129)],
  ['reference', 'a\u0000b'],
])('rejects the filter %s=%s', async (name, value) => {
  const answer = await service.client.get(`/v1/transactions?${name}=${encodeURIComponent(value)}`);
  expectProblem(answer, 'validation-failed', faultAt(`/${name}`));
});

it.each(['at', 'from', 'to'])('explains how to write the + of a time zone in %s', async (name) => {
  const path = name === 'at' ? '/v1/wallets/alice/GOLD' : '/v1/transactions';
  for (const time of ['2026-01-01T00:00:00+02:00', '2026-01-01T00:00:00%2002:00']) {
    expectProblem(await service.client.get(`${path}?${name}=${time}`), 'validation-failed', {
      errors: [{ pointer: `/${name}`, detail: expect.stringMatching(/write the \+ as %2B/) as string }],
      errorCount: 1,
    });
  }
  expect((await service.client.get(`${path}?${name}=2026-01-01T00:00:00%2B02:00`)).status).toBe(200);
});

describe('a query that is not percent-encoded UTF-8', () => {
  const unreadable = [
    '%',
    '%f',
    '%zz',
    '%ff',
    'a%ffb',
    '%C0%80',
    '%ED%A0%80',
    '%E2%82',
    '%F5%80%80%80',
    'a%',
  ];

  it.each(unreadable)('is rejected as %s', async (value) => {
    for (const [path, name] of [
      ['/v1/transactions', 'reference'],
      ['/v1/transactions', 'type'],
      ['/v1/transactions', 'limit'],
      ['/v1/users', 'startingAfter'],
      ['/v1/wallets/alice/GOLD', 'at'],
      ['/v1/items', 'includeRetired'],
    ] as const) {
      const answer = await service.client.get(`${path}?${name}=${value}`);
      expectProblem(answer, 'validation-failed', faultAt(`/${name}`));
    }
    const name = await service.client.get(`/v1/transactions?${value}=1`);
    expectProblem(name, 'validation-failed', faultAt(''));
  });

  it('is a bad request with raw bytes', async () => {
    // One byte per character: raw UTF-8.
    const raw = Buffer.from('é').toString('latin1');
    expectProblem(await service.client.get(`/v1/transactions?reference=${raw}`), 'bad-request');
    expect((await service.client.get('/v1/transactions?reference=%C3%A9')).status).toBe(200);
  });

  it('points at each undecodable parameter', async () => {
    const answer = await service.client.get('/v1/transactions?reference=%ff&limit=5&userId=%');
    expect((answer.json as { errors: unknown }).errors).toMatchObject([
      { pointer: '/reference' },
      { pointer: '/userId' },
    ]);
  });
});

it.each(["%' OR true --", '%', '_', '\\', '$1', '${1}', "'; DROP TABLE entries; --"])(
  'treats the reference %s as plain text',
  async (reference) => {
    const answer = await service.client.get(`/v1/transactions?reference=${encodeURIComponent(reference)}`);
    expect(answer.json).toEqual({ data: [], hasMore: false });
  },
);

it.each([
  '/',
  '/v1',
  '/v2/assets',
  '/V1/assets',
  '/v1/assets/',
  '/v1//assets',
  '/v1/wallet',
  '/v1/wallets/',
  '/v1/wallets//GOLD',
  '/v1/wallets/alice/GOLD/',
  '/v1/wallets/alice/GOLD/entries/1',
  '/v1/wallets/alice/GOLD/topup',
  '/.env',
  '/admin',
  '/v1/../../etc/passwd',
  '/docs/..%2Fpackage.json',
])('has no route GET %s', async (path) => {
  expectProblem(await service.client.get(path), 'route-not-found');
});

it.each(['/docs/../package.json', '/docs/%2e%2e/%2e%2e/package.json'])(
  'serves no file outside Swagger UI at %s',
  async (path) => {
    expectProblem(await service.client.get(path), 'bad-request');
  },
);

it.each(['PUT', 'PATCH', 'DELETE', 'POST'])('has no route %s for read-only resources', async (method) => {
  for (const path of [
    '/v1/wallets/alice',
    '/v1/wallets/alice/GOLD',
    '/v1/transactions',
    '/v1/system-accounts',
  ]) {
    const answer = await service.client.send({
      method,
      path,
      headers: { 'content-type': 'application/json', 'idempotency-key': 'k' },
      body: '{"amount": 5}',
    });
    expectProblem(answer, 'route-not-found');
  }
});
