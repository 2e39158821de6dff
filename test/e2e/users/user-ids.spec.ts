import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import createClient from 'openapi-fetch';
import { type ContractService, startContractService } from '../support/contract-service.js';
import { expectNoHarm } from '../support/harmless.js';
import { expectProblem, faultAt } from '../support/problem-codes.js';

/** User ids as games and identity providers issue them, sent by common HTTP clients. */
const ids = [
  'auth0|5f7c8ec7c33c6c004bbafe82',
  'google-oauth2|103547991597142817347',
  'first+last@example.com',
  'steam:76561198000000000',
  '~tilde!',
  'a|b',
  'a+b',
  '.hidden',
  'a..',
  '..a',
  '|',
  '+',
  '~'.repeat(64),
];

const authorization = 'Bearer demo-admin-key';

/** One path of the document, as the console generates its types. */
interface Paths {
  '/v1/wallets/{userId}/{asset}': {
    get: {
      parameters: { path: { userId: string; asset: string } };
      responses: { 200: { content: { 'application/json': { userId: string; balance: number } } } };
    };
  };
}

let service: ContractService;

describe('an id of an identity provider', () => {
  beforeAll(async () => {
    service = await startContractService();
    for (const [index, userId] of ids.entries()) {
      const path = `/v1/wallets/${encodeURIComponent(userId)}/GOLD/topup`;
      expect((await service.client.post(path, { amount: index + 1 })).status).toBe(201);
    }
  });
  afterAll(() => service.audit());
  afterAll(() => service.close());

  const clients: [name: string, read: (userId: string) => Promise<unknown>][] = [
    [
      'fetch, encoded',
      async (userId) =>
        (
          await fetch(`${service.url}/v1/wallets/${encodeURIComponent(userId)}/GOLD`, {
            headers: { authorization },
          })
        ).json(),
    ],
    [
      'fetch, as it is',
      async (userId) =>
        (await fetch(`${service.url}/v1/wallets/${userId}/GOLD`, { headers: { authorization } })).json(),
    ],
    ['node:http, as it is', async (userId) => (await service.client.get(`/v1/wallets/${userId}/GOLD`)).json],
    [
      'node:http, every byte encoded',
      async (userId) => (await service.client.get(`/v1/wallets/${everyByteEncoded(userId)}/GOLD`)).json,
    ],
    [
      'node:http, encoded in lower case',
      async (userId) =>
        (await service.client.get(`/v1/wallets/${everyByteEncoded(userId).toLowerCase()}/GOLD`)).json,
    ],
    ['curl, as it is', (userId) => curl(`/v1/wallets/${userId}/GOLD`)],
    ['curl, encoded', (userId) => curl(`/v1/wallets/${encodeURIComponent(userId)}/GOLD`)],
    [
      'the client of the console',
      async (userId) => {
        const api = createClient<Paths>({ baseUrl: service.url, headers: { authorization } });
        const params = { path: { userId, asset: 'GOLD' } };
        return (await api.GET('/v1/wallets/{userId}/{asset}', { params })).data;
      },
    ],
  ];

  it.each(clients)('reaches its wallet through %s', async (_name, read) => {
    for (const [index, userId] of ids.entries()) {
      expect(await read(userId)).toMatchObject({ userId, balance: index + 1 });
    }
  });

  it('works in a query if a + is encoded', async () => {
    for (const userId of ids) {
      const { json } = await service.client.get(`/v1/transactions?userId=${encodeURIComponent(userId)}`);
      expect(json).toMatchObject({ data: [{ userId }], hasMore: false });
    }
    const raw = await service.client.get('/v1/transactions?userId=a+b');
    expectProblem(raw, 'validation-failed', faultAt('/userId'));
    expect(raw.text).toMatch(/write \+ as %2B/);
  });

  it('works as a cursor of the list of users', async () => {
    const listed: string[] = [];
    for (;;) {
      const after = listed.length > 0 ? `&startingAfter=${encodeURIComponent(listed.at(-1)!)}` : '';
      const { json } = await service.client.get(`/v1/users?limit=1${after}`);
      listed.push(...(json as { data: { userId: string }[] }).data.map(({ userId }) => userId));
      if (!(json as { hasMore: boolean }).hasMore) break;
    }
    expect(listed).toEqual([...ids, 'alice', 'bob'].sort());
  });

  it('has one scope of keys in any spelling', async () => {
    const key = randomUUID();
    const first = await service.client.post('/v1/wallets/auth0|7/GOLD/topup', { amount: 5 }, key);
    const retry = await service.client.post('/v1/wallets/%61uth0%7c7/GOLD/topup', { amount: 5 }, key);
    expect(retry.headers['idempotency-replayed']).toBe('true');
    expect(retry.text).toBe(first.text);
  });

  it('shares its keys with no other id', async () => {
    const key = randomUUID();
    for (const userId of ['k|1', 'k+1', 'k~1', 'k!1', 'k.1', 'k:1', 'K|1']) {
      const path = `/v1/wallets/${encodeURIComponent(userId)}/GOLD/topup`;
      const { status, headers, json } = await service.client.post(path, { amount: 5 }, key);
      expect({ status, replayed: headers['idempotency-replayed'], json: json as unknown }).toEqual({
        status: 201,
        replayed: undefined,
        json: expect.objectContaining({ userId, balance: 5 }) as unknown,
      });
    }
  });

  it('can be registered, frozen and read like any other', async () => {
    const userId = 'auth0|new';
    expect((await service.client.post('/v1/users', { userId })).status).toBe(201);
    const freeze = await service.client.post('/v1/users/auth0%7Cnew/freeze', { reason: 'a test' });
    expect(freeze.json).toMatchObject({ userId, frozen: { reason: 'a test' } });
    expectProblem(
      await service.client.post('/v1/wallets/auth0|new/GOLD/spend', { amount: 1 }),
      'wallet-frozen',
      { asset: 'GOLD' },
    );
  });

  it('can sign up and reach its wallet with the token', async () => {
    const userId = 'first+last|~!';
    const signUp = await service
      .as('')
      .post('/v1/auth/signup', { userId, password: 'correct horse battery' });
    const player = service.as((signUp.json as { accessToken: string }).accessToken);
    for (const spelling of [userId, encodeURIComponent(userId), everyByteEncoded(userId)]) {
      expect((await player.get(`/v1/wallets/${spelling}`)).json).toMatchObject({ userId });
    }
    expectProblem(await player.get('/v1/wallets/first%20last|~!'), 'forbidden');
  });
});

describe('an id that no URL can carry', () => {
  beforeAll(async () => {
    service = await startContractService();
  });
  expectNoHarm(() => service);
  afterAll(() => service.close());

  const dots = ['.', '..', '...', '.'.repeat(64)];

  it.each(dots)('cannot sign up or be registered as %s', async (userId) => {
    const password = 'correct horse battery';
    for (const [path, body] of [
      ['/v1/auth/signup', { userId, password }],
      ['/v1/auth/login', { userId, password }],
      ['/v1/users', { userId }],
    ] as const) {
      expectProblem(await service.client.post(path, body), 'validation-failed', faultAt('/userId'));
    }
  });

  it.each([...dots, '%2E', '%2e%2E', '.%2e', '%2E.'])('cannot be credited as %s', async (userId) => {
    const write = await service.client.post(`/v1/wallets/${userId}/GOLD/topup`, { amount: 5 });
    expectProblem(write, 'validation-failed', faultAt('/userId'));
    const listed = await service.client.get(`/v1/transactions?userId=${userId}`);
    expectProblem(listed, 'validation-failed', faultAt('/userId'));
  });
});

function everyByteEncoded(text: string): string {
  return [...Buffer.from(text)]
    .map((byte) => `%${byte.toString(16).padStart(2, '0').toUpperCase()}`)
    .join('');
}

/** Without `--globoff` curl would expand braces and brackets; no id contains any. */
async function curl(path: string): Promise<unknown> {
  const { stdout } = await promisify(execFile)('curl', [
    '--silent',
    '--header',
    `authorization: ${authorization}`,
    `${service.url}${path}`,
  ]);
  return JSON.parse(stdout);
}
