import { createHash } from 'node:crypto';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { type RawRequest, WalletClient } from '../../support/wallet-client.js';
import { asOwner } from '../support/owner.js';
import { requestBytes, sendBytes } from '../support/raw-socket.js';
import { type LogLine, type LoggedService, startLoggedService } from '../support/logged-service.js';

/** The request log: one line of JSON per request, good or bad, without secrets. */
let database: TestDatabase;
let service: LoggedService;
let client: WalletClient;
let seen: number;

beforeAll(async () => {
  database = await createTestDatabase();
  service = await startLoggedService(database);
  client = new WalletClient(service.url);
});
beforeEach(async () => {
  seen = (await service.requestLines()).length;
});
afterAll(async () => {
  client.close();
  await service.stop();
  await database.drop();
});

/** The lines since the test began. */
async function newLines(): Promise<LogLine[]> {
  return (await service.requestLines()).slice(seen);
}

const info = 30;
const error = 50;
const path = '/v1/wallets/alice/GOLD/topup';

it('logs caller, route and outcome of a valid request', async () => {
  const answer = await client.post(path, { amount: 5 });
  expect(await newLines()).toEqual([
    {
      level: info,
      time: expect.any(Number) as number,
      pid: expect.any(Number) as number,
      hostname: expect.any(String) as string,
      requestId: answer.headers['x-request-id'],
      method: 'POST',
      path,
      status: 201,
      durationMs: expect.any(Number) as number,
      msg: 'request',
    },
  ]);
});

it.each<[fault: string, request: RawRequest, status: number]>([
  ['a body that is not JSON', { path, method: 'POST', body: '{' }, 400],
  ['a body that is too large', { path, method: 'POST', body: ' '.repeat(17_000) }, 413],
  [
    'a body of thousands of levels',
    { path, method: 'POST', body: `{"x":${'['.repeat(7_000)}${']'.repeat(7_000)}}` },
    400,
  ],
  ['a line break in the path', { path: '/v1/wallets/a%0D%0A%7B%22level%22:10%7D' }, 400],
  ['an escape code in the path', { path: '/v1/wallets/%1B%5B31m' }, 400],
  ['an undecodable address', { path: '/v1/wallets/%E0%A4%A' }, 400],
  ['an address that is too long', { path: `/v1/wallets/${'x'.repeat(3_000)}` }, 400],
  ['a path out of the folder of Swagger UI', { path: '/docs/../package.json' }, 400],
  ['an unknown route', { path: '/admin' }, 404],
])('logs one line about %s', async (_fault, request, status) => {
  const headers = { 'content-type': 'application/json', 'idempotency-key': 'k' };
  const answer = await client.send({ ...request, headers: request.method ? headers : {} });
  expect(answer.status).toBe(status);
  expect(await newLines()).toMatchObject([
    { level: info, requestId: answer.headers['x-request-id'], path: request.path, status, msg: 'request' },
  ]);
});

it.each([
  [
    'contradictory lengths',
    requestBytes([`POST ${path} HTTP/1.1`, 'Content-Length: 1', 'Content-Length: 2']),
    400,
  ],
  ['headers that are too large', requestBytes(['GET / HTTP/1.1', `X-A: ${'a'.repeat(20_000)}`]), 431],
  ['an escape code in a header', requestBytes(['GET / HTTP/1.1', 'X-Request-Id: \x1b[31m']), 400],
])('logs one line about %s', async (_fault, bytes, status) => {
  const [answer] = await sendBytes(service.url, bytes);
  expect(answer?.status).toBe(status);
  expect(await newLines()).toMatchObject([
    {
      level: info,
      requestId: answer?.headers['x-request-id'],
      status,
      reason: expect.stringMatching(/^HPE_/) as string,
    },
  ]);
});

it('omits the query, the headers and the body', async () => {
  const secret = 'hunter2';
  await client.get(`/v1/users?token=${secret}`, { authorization: `Bearer ${secret}`, cookie: secret });
  await client.post(path, { amount: 5, reference: secret, metadata: { [secret]: secret } }, secret);
  await client.post(path, `{"amount": ${secret}}`);
  await sendBytes(
    service.url,
    requestBytes(['GET / HTTP/1.1', `Authorization: Bearer ${secret}`, 'X : bad']),
  );
  const lines = await newLines();
  expect(lines).toHaveLength(4);
  expect(JSON.stringify(lines)).not.toContain(secret);
});

it('logs an internal error in full, under the request id that the caller has', async () => {
  await asOwner(database, `ALTER TABLE assets RENAME TO assets_elsewhere`);
  const answer = await client.get('/v1/assets', { 'x-request-id': 'ask-the-log' });
  await asOwner(database, `ALTER TABLE assets_elsewhere RENAME TO assets`);
  expect(answer.json).toMatchObject({ code: 'internal', requestId: 'ask-the-log' });
  const [failure, access, ...more] = await newLines();
  expect(failure).toMatchObject({ level: error, requestId: 'ask-the-log', code: 'internal' });
  expect(JSON.stringify(failure?.['err'])).toMatch(/relation \\"assets\\" does not exist.*\.js:\d+/);
  expect(access).toMatchObject({ level: info, requestId: 'ask-the-log', status: 500 });
  expect(more).toEqual([]);
});

describe('an SQL error', () => {
  afterEach(async () => {
    await asOwner(database, 'ALTER TABLE players DROP CONSTRAINT IF EXISTS closed');
  });

  it('is logged with the constraint that failed, without the row or the parameters', async () => {
    await asOwner(database, 'ALTER TABLE players ADD CONSTRAINT closed CHECK (false) NOT VALID');
    const body = { userId: 'mallory', password: 'correct horse battery' };
    const answer = await client.post('/v1/auth/signup', body);
    expect(answer.status).toBe(500);
    const [failure] = await newLines();
    expect(failure).toMatchObject({
      level: error,
      // Shards of Citus have numbers.
      err: {
        type: 'QueryFailedError',
        code: '23514',
        table: expect.stringMatching(/^players(_\d+)?$/),
        constraint: expect.stringMatching(/^closed(_\d+)?$/),
      },
    });
    const line = JSON.stringify(failure);
    expect(line).toMatch(/INSERT INTO/i);
    expect(line).not.toMatch(/scrypt|Failing row|mallory|correct horse|parameters|driverError/);
  });

  it('is logged without the key that was looked up', async () => {
    await asOwner(database, 'ALTER TABLE client_keys RENAME COLUMN revoked_at TO elsewhere');
    const key = `wk_${'k'.repeat(43)}`;
    const answer = await client.get('/v1/assets', { authorization: `Bearer ${key}` });
    await asOwner(database, 'ALTER TABLE client_keys RENAME COLUMN elsewhere TO revoked_at');
    expect(answer.status).toBe(500);
    const [failure] = await newLines();
    expect(failure).toMatchObject({ level: error, err: { code: '42703' } });
    const hash = createHash('sha256').update(key).digest();
    const line = JSON.stringify(failure);
    for (const form of ['hex', 'base64', 'base64url'] as const)
      expect(line).not.toContain(hash.toString(form));
    expect(line).not.toContain([...hash.subarray(0, 8)].join(','));
    expect(line).not.toContain(key);
  });
});
