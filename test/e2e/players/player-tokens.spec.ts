import { createHmac, randomBytes } from 'node:crypto';
import { type ContractService, startContractService } from '../support/contract-service.js';
import { becomePlayer, type Player } from '../support/player.js';
import { expectProblem } from '../support/problem-codes.js';
import type { Answer } from '../../support/wallet-client.js';

const secret = randomBytes(32);
const tokens = { issuer: 'the-wallet', audience: 'the-players', secret };

let service: ContractService;
let player: Player;
beforeAll(async () => {
  service = await startContractService({ players: { signUp: true, tokens } });
  player = await becomePlayer(service, 'paula');
});
afterAll(() => service.audit());
afterAll(() => service.close());

const path = '/v1/wallets/paula';
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const sign = (text: string, key: Buffer, hash = 'sha256') =>
  createHmac(hash, key).update(text).digest('base64url');

const now = Math.floor(Date.now() / 1000);
const good = {
  iss: tokens.issuer,
  aud: tokens.audience,
  sub: 'paula',
  iat: now,
  exp: now + 3_600,
  jti: 'b2f1c0de-0000-4000-8000-000000000000',
};

/** A token made by hand, which allows any fault; signed with the secret of the service. */
function tokenOf(claims: object, header: object = { alg: 'HS256', typ: 'JWT' }, key = secret): string {
  const text = `${encode(header)}.${encode(claims)}`;
  return `${text}.${sign(text, key)}`;
}

function without(name: keyof typeof good): object {
  return Object.fromEntries(Object.entries(good).filter(([claim]) => claim !== name));
}

function expectInvalidToken(answer: Answer): void {
  expectProblem(answer, 'unauthenticated');
  expect(answer.headers['www-authenticate']).toBe('Bearer realm="wallet", error="invalid_token"');
}

it('accepts a valid token', async () => {
  expect((await service.as(tokenOf(good)).get(path)).status).toBe(200);
});

const [head = '', body = '', signature = ''] = tokenOf(good).split('.');

it.each<[fault: string, token: string]>([
  ['of three meaningless parts', 'a.b.c'],
  ['of two parts', `${head}.${body}`],
  ['of four parts', `${head}.${body}.${signature}.`],
  ['of five parts, as in JWE', `${head}.${body}.${signature}.${signature}.${signature}`],
  ['without a signature', `${head}.${body}.`],
  ['of alg none', `${encode({ alg: 'none', typ: 'JWT' })}.${body}.`],
  ['of alg None', `${encode({ alg: 'None', typ: 'JWT' })}.${body}.`],
  ['of alg none, with the signature of another token', `${encode({ alg: 'none' })}.${body}.${signature}`],
  ['of another algorithm with the same secret', hs512()],
  ['without an algorithm', tokenOf(good, { typ: 'JWT' })],
  ['with an embedded key', tokenOf(good, { alg: 'HS256', jwk: { kty: 'oct', k: 'AAAA' } }, Buffer.alloc(3))],
  ['with a critical extension', tokenOf(good, { alg: 'HS256', crit: ['x'], x: 1 })],
  ['signed with another secret', tokenOf(good, undefined, randomBytes(32))],
  ['whose payload was edited', `${head}.${encode({ ...good, sub: 'alice' })}.${signature}`],
  ['whose header was edited', `${encode({ alg: 'HS256' })}.${body}.${signature}`],
  [
    'whose signature was edited',
    `${head}.${body}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`,
  ],
  ['that has expired', tokenOf({ ...good, iat: now - 1000, exp: now - 100 })],
  ['that is too old, whatever its expiry', tokenOf({ ...good, iat: now - 1000 })],
  ['issued in the future', tokenOf({ ...good, iat: now + 3_600 })],
  ['that is not valid yet', tokenOf({ ...good, nbf: now + 3_600 })],
  ['of another issuer', tokenOf({ ...good, iss: 'another-service' })],
  ['for another audience', tokenOf({ ...good, aud: 'another-service' })],
  ['for several other audiences', tokenOf({ ...good, aud: ['a', 'b'] })],
  ['whose expiry is a string', tokenOf({ ...good, exp: String(now + 900) })],
  ['whose claims are an array', tokenOf([good])],
  ['whose subject is not a valid user id', tokenOf({ ...good, sub: 'paula b' })],
  ['whose subject is empty', tokenOf({ ...good, sub: '' })],
  ['whose subject is a number', tokenOf({ ...good, sub: 7 })],
  ...(['iss', 'aud', 'sub', 'iat', 'exp', 'jti'] as const).map(
    (name) => [`without ${name}`, tokenOf(without(name))] as [string, string],
  ),
])('rejects a token %s', async (_fault, token) => {
  expectInvalidToken(await service.as(token).get(path));
});

function hs512(): string {
  const text = `${encode({ alg: 'HS512', typ: 'JWT' })}.${encode(good)}`;
  return `${text}.${sign(text, secret, 'sha512')}`;
}

it('tells the player that the token has expired', async () => {
  const answer = await service.as(tokenOf({ ...good, iat: now - 1000, exp: now - 100 })).get(path);
  expect(answer.json).toMatchObject({ detail: 'The token has expired.' });
});

it('tolerates a clock skew of a few seconds', async () => {
  expect((await service.as(tokenOf({ ...good, iat: now + 3, nbf: now + 3 })).get(path)).status).toBe(200);
});

it.each([
  ['in the query', { path: `${path}?access_token=TOKEN` }],
  ['in the query under other names', { path: `${path}?token=TOKEN&authorization=Bearer%20TOKEN&jwt=TOKEN` }],
  ['in a cookie', { path, headers: { cookie: 'access_token=TOKEN; token=TOKEN' } }],
  ['in other headers', { path, headers: { 'x-api-key': 'TOKEN', 'x-access-token': 'TOKEN' } }],
])('ignores a token %s', async (_where, request) => {
  const filled = JSON.parse(JSON.stringify(request).replaceAll('TOKEN', player.token)) as typeof request;
  const answer = await service.as('').send(filled);
  expectProblem(answer, 'unauthenticated');
  // RFC 6750, section 3.1: a request without a token gets no error code.
  expect(answer.headers['www-authenticate']).toBe('Bearer realm="wallet"');
});

it('accepts tokens only from instances with the same secret', async () => {
  const same = await startContractService({ database: service.database, players: { signUp: true, tokens } });
  const other = await startContractService({ database: service.database });
  expect((await same.as(player.token).get(path)).status).toBe(200);
  expectInvalidToken(await other.as(player.token).get(path));
  await Promise.all([same.close(), other.close()]);
});
