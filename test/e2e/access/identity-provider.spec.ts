import { createHmac } from 'node:crypto';
import { type ContractService, startContractService } from '../support/contract-service.js';
import { type IdentityProvider, startIdentityProvider } from '../support/identity-provider.js';
import { password, post } from '../support/player.js';
import { expectProblem } from '../support/problem-codes.js';
import type { Answer } from '../../support/wallet-client.js';
import { allAvailable } from '../support/shapes.js';

/** Players whose tokens an external identity provider issues (JWKS_URL). */
let provider: IdentityProvider;
let service: ContractService;
beforeAll(async () => {
  provider = await startIdentityProvider();
  service = await startContractService({ players: options() });
});
afterAll(() => service.audit());
afterAll(() => service.close());
afterAll(() => provider.close());

const options = () => ({
  signUp: true,
  tokens: { issuer: 'https://id.example', audience: 'wallet', keySetUrl: provider.url },
});

const path = '/v1/wallets/alice';
const now = Math.floor(Date.now() / 1000);
const good = { iss: 'https://id.example', aud: 'wallet', sub: 'alice', exp: now + 3_600 };

function expectInvalidToken(answer: Answer): void {
  expectProblem(answer, 'unauthenticated');
  expect(answer.headers['www-authenticate']).toBe('Bearer realm="wallet", error="invalid_token"');
}

it.each(['RS256', 'ES256', 'EdDSA'] as const)(
  'opens the wallet of the subject to a token signed with %s',
  async (alg) => {
    const player = service.as(provider.token(good, { alg }));
    expect((await player.get(path)).status).toBe(200);
    expectProblem(await player.get('/v1/wallets/bob'), 'forbidden');
  },
);

it.each(['auth0|5f7c8ec7c33c6c004bbafe82', 'first+last@id.example', '~x!'])(
  'opens only the wallet of the subject %s',
  async (sub) => {
    const own = `/v1/wallets/${encodeURIComponent(sub)}`;
    expect((await service.client.post(`${own}/GOLD/topup`, { amount: 7 })).status).toBe(201);
    const player = service.as(provider.token({ ...good, sub }));
    expect((await player.get(`${own}/GOLD`)).json).toMatchObject({ userId: sub, balance: 7 });
    expect((await player.get(`/v1/wallets/${sub}/GOLD`)).json).toMatchObject({ userId: sub, balance: 7 });
    const bought = await player.post(`${own}/convert`, { from: 'GOLD', to: 'DIAMOND', amount: 50 });
    expectProblem(bought, 'insufficient-funds', { asset: 'GOLD', ...allAvailable(7), required: 50 });
    for (const other of [sub.replace(/[|+~]/, '.'), sub.toUpperCase(), `${sub}x`]) {
      expectProblem(await player.get(`/v1/wallets/${encodeURIComponent(other)}`), 'forbidden');
    }
  },
);

it('accepts a token with further audiences', async () => {
  expect((await service.as(provider.token({ ...good, aud: ['game', 'wallet'] })).get(path)).status).toBe(200);
});

it('still accepts the API keys of clients', async () => {
  expect((await service.as('demo-game-key').get(path)).status).toBe(200);
});

it.each([
  ['of another issuer', { ...good, iss: 'https://evil.example' }],
  ['for another audience', { ...good, aud: 'game' }],
  ['that has expired', { ...good, exp: now - 100 }],
  ['without an expiry', { ...good, exp: undefined }],
  ['that is not valid yet', { ...good, nbf: now + 3_600 }],
  ['without a subject', { ...good, sub: undefined }],
  ['whose subject is not a valid user id', { ...good, sub: 'auth0 5f7c8ec7c33c6c004bbafe82' }],
  ['whose subject no URL can carry', { ...good, sub: '..' }],
  ['whose subject is too long', { ...good, sub: 'a'.repeat(65) }],
])('rejects a token %s', async (_fault, claims) => {
  expectInvalidToken(await service.as(provider.token(claims)).get(path));
});

it.each([
  ['the text of the public key', () => provider.publicKeyPem()],
  ['nothing', () => ''],
])('rejects an HS256 token whose secret is %s', async (_what, secret) => {
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  for (const header of [{ alg: 'HS256' }, { alg: 'HS256', kid: 'RS256-1' }]) {
    const text = `${encode(header)}.${encode(good)}`;
    const forged = `${text}.${createHmac('sha256', secret()).update(text).digest('base64url')}`;
    expectInvalidToken(await service.as(forged).get(path));
  }
});

it('rejects alg none, another algorithm for a key, and an edited payload', async () => {
  const token = provider.token(good);
  const [head = '', , signature = ''] = token.split('.');
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  for (const forged of [
    `${encode({ alg: 'none', kid: 'RS256-1' })}.${encode(good)}.`,
    provider.token(good, { header: { alg: 'PS256' } }),
    provider.token(good, { header: { alg: 'ES256' } }),
    `${head}.${encode({ ...good, sub: 'bob' })}.${signature}`,
  ]) {
    expectInvalidToken(await service.as(forged).get(path));
  }
});

it.each(['signup', 'login'])('answers 404 to %s and points to the identity provider', async (name) => {
  for (const body of [{ userId: 'paula', password }, {}]) {
    const answer = await post(service, `/v1/auth/${name}`, body);
    expectProblem(answer, 'route-not-found');
    expect(answer.json).toMatchObject({ detail: expect.stringMatching(/identity provider/) as string });
  }
});

it('fetches the keys once for any number of concurrent tokens, whatever keys they name', async () => {
  const fresh = await startContractService({ database: service.database, players: options() });
  const before = provider.fetches();
  const token = provider.token(good);
  const answers = await Promise.all(Array.from({ length: 20 }, () => fresh.as(token).get(path)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect(provider.fetches()).toBe(before + 1);

  // Made-up key ids cannot force another fetch: it waits 30 s between two fetches.
  for (let key = 0; key < 5; key++) {
    expectInvalidToken(
      await fresh.as(provider.token(good, { header: { kid: `invented-${key}` } })).get(path),
    );
  }
  expect(provider.fetches()).toBe(before + 1);
  await fresh.close();
});

it('accepts the old and the new key while the provider rotates them', async () => {
  const token = provider.token(good);
  provider.rotate();
  const later = await startContractService({ database: service.database, players: options() });
  expect((await later.as(token).get(path)).status).toBe(200);
  expect((await later.as(provider.token(good)).get(path)).status).toBe(200);
  await later.close();
});

it('answers 503 while the keys are unavailable, and recovers without a restart', async () => {
  const players = { ...options(), tokens: { ...options().tokens, keySetIntervalMs: 200 } };
  const fresh = await startContractService({ database: service.database, players });
  const player = fresh.as(provider.token(good));
  provider.fail(500);
  const answer = await player.get(path);
  expectProblem(answer, 'identity-provider-unavailable');
  expect(answer.headers['retry-after']).toBe('1');
  expect((await fresh.client.get(path)).status).toBe(200);

  provider.fail(undefined);
  while ((await player.get(path)).status === 503);
  expect((await player.get(path)).status).toBe(200);
  await fresh.close();
});

it.each<[failure: string, fail: () => void]>([
  [
    'answers 500',
    () => {
      provider.fail(500);
    },
  ],
  [
    'answers with something other than a key set',
    () => {
      provider.fail(200);
    },
  ],
  [
    'hangs up',
    () => {
      provider.fail('hang up');
    },
  ],
])('does not refetch on every request from a provider that %s', async (_failure, fail) => {
  // Ample time for the requests, even on a slow machine.
  const players = { ...options(), tokens: { ...options().tokens, keySetIntervalMs: 600_000 } };
  const fresh = await startContractService({ database: service.database, players });
  const player = fresh.as(provider.token(good));
  const before = provider.fetches();
  fail();
  for (let request = 0; request < 10; request++) {
    const answer = await player.get(path);
    expectProblem(answer, 'identity-provider-unavailable');
    const wait = Number(answer.headers['retry-after']);
    expect(wait).toBeGreaterThan(1);
    expect(wait).toBeLessThanOrEqual(600);
  }
  provider.fail(undefined);
  expect(provider.fetches()).toBe(before + 1);
  await fresh.close();
});

it('keeps using its cached keys while the fetch for another key fails', async () => {
  const players = { ...options(), tokens: { ...options().tokens, keySetIntervalMs: 1 } };
  const fresh = await startContractService({ database: service.database, players });
  expect((await fresh.as(provider.token(good)).get(path)).status).toBe(200);
  provider.fail(500);
  const unknownKey = provider.token(good, { header: { kid: 'unknown' } });
  expectProblem(await fresh.as(unknownKey).get(path), 'identity-provider-unavailable');
  expect((await fresh.as(provider.token(good)).get(path)).status).toBe(200);
  provider.fail(undefined);
  await fresh.close();
});

it('answers 503 while the provider refuses connections', async () => {
  const gone = await startIdentityProvider();
  const tokens = { ...options().tokens, keySetUrl: gone.url };
  await gone.close();
  const fresh = await startContractService({ database: service.database, players: { signUp: true, tokens } });
  expectProblem(await fresh.as(provider.token(good)).get(path), 'identity-provider-unavailable');
  await fresh.close();
});
