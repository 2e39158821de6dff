import { type ContractService, startContractService } from '../support/contract-service.js';
import { expectProblem } from '../support/problem-codes.js';
import { type Answer, WalletClient } from '../../support/wallet-client.js';

/** Headers that let browsers read answers from pages of other origins (CORS_ORIGINS). */
const origin = 'https://shop.example';

let service: ContractService;
let browser: WalletClient;
beforeAll(async () => {
  service = await startContractService({ corsOrigins: [origin, 'http://localhost:5173'] });
  // No OpenAPI document describes a preflight.
  browser = new WalletClient(service.url, '');
});
afterAll(async () => {
  browser.close();
  await service.close();
});

const spend = '/v1/wallets/alice/GOLD/spend';

function preflight(client: WalletClient, from: string, path = spend): Promise<Answer> {
  const headers = {
    origin: from,
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'authorization,content-type,idempotency-key',
  };
  return client.send({ method: 'OPTIONS', path, headers });
}

it.each([origin, 'http://localhost:5173'])(
  'answers the preflight of %s, which carries no token',
  async (from) => {
    const { status, headers, text } = await preflight(browser, from);
    expect({ status, text }).toEqual({ status: 204, text: '' });
    expect(headers).toMatchObject({
      'access-control-allow-origin': from,
      'access-control-allow-methods': 'GET, HEAD, POST, PUT, PATCH, DELETE',
      'access-control-allow-headers': 'Authorization, Content-Type, Idempotency-Key, If-Match',
      'access-control-max-age': '600',
      vary: 'Origin',
    });
    expect(headers).not.toHaveProperty('access-control-allow-credentials');
  },
);

it('lets a page read the answer and the headers that it needs', async () => {
  const { status, headers } = await service.client.get('/v1/wallets/alice', { origin });
  expect(status).toBe(200);
  expect(headers).toMatchObject({
    'access-control-allow-origin': origin,
    'access-control-expose-headers':
      'Content-Disposition, ETag, Idempotency-Replayed, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id',
    vary: 'Origin',
  });
});

it('adds Origin to the other values of Vary', async () => {
  const path = '/v1/wallets/alice/GOLD/statement?from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z';
  expect((await service.client.get(path, { origin })).headers['vary']).toBe('Origin, Accept');
});

it.each([
  ['that it needs a token', '', 'unauthenticated'],
  ['that it sent no Idempotency-Key', 'demo-admin-key', 'idempotency-key-missing'],
] as const)('lets a page read %s', async (_what, token, code) => {
  const answer = await service.as(token).send({
    method: 'POST',
    path: spend,
    headers: { origin, 'content-type': 'application/json' },
    body: '{}',
  });
  expectProblem(answer, code);
  expect(answer.headers['access-control-allow-origin']).toBe(origin);
});

it.each([
  'https://evil.example',
  'https://shop.example.evil.example',
  'https://evil-shop.example',
  'http://shop.example',
  'https://shop.example:8443',
  'https://SHOP.example',
  'null',
])('sends no CORS headers to a page of %s', async (from) => {
  const answer = await service.client.get('/v1/wallets/alice', { origin: from });
  expect(answer.status).toBe(200);
  const asked = await preflight(browser, from);
  for (const { headers } of [answer, asked]) {
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    expect(headers['vary']).toBe('Origin');
  }
  expect(asked.status).toBe(401);
});

it('answers a plain OPTIONS like any unknown route', async () => {
  const answer = await service.client.send({ method: 'OPTIONS', path: spend, headers: { origin } });
  expectProblem(answer, 'route-not-found');
});

it('sends no CORS headers by default', async () => {
  const closed = await startContractService({ database: service.database });
  const client = new WalletClient(closed.url, '');
  const answers = [await preflight(client, origin), await closed.client.get('/v1/assets', { origin })];
  for (const { headers } of answers) {
    expect(Object.keys(headers).filter((name) => /^(access-control|vary)/.test(name))).toEqual([]);
  }
  client.close();
  await closed.close();
});
