import { createClient } from '../support/client.js';
import { type ContractService, startContractService } from '../support/contract-service.js';
import { expectProblem } from '../support/problem-codes.js';
import { requestBytes, sendBytes } from '../support/raw-socket.js';

/** Valid and invalid Authorization headers of a client (RFC 6750, section 2.1). */
let service: ContractService;
let key: string;
beforeAll(async () => {
  service = await startContractService();
  ({ key } = await createClient(service, 'game', { scopes: ['wallet:read'] }));
});
afterAll(() => service.close());

const path = '/v1/wallets/alice';
const ask = (authorization: string | string[]) => service.as('').get(path, { authorization });

it.each([
  ['as documented', (k: string) => `Bearer ${k}`],
  ['in lower case', (k: string) => `bearer ${k}`],
  ['in capitals', (k: string) => `BEARER ${k}`],
  ['with two spaces', (k: string) => `Bearer  ${k}`],
])('accepts the scheme %s', async (_how, spell) => {
  expect((await ask(spell(key))).status).toBe(200);
});

const another = (letter: string | undefined) => (letter === 'A' ? 'B' : 'A');

it.each([
  ['a scheme without a key', () => 'Bearer'],
  ['a scheme and a space', () => 'Bearer '],
  ['an empty header', () => ''],
  ['no scheme', (k: string) => k],
  ['another scheme', (k: string) => `Basic ${Buffer.from(`${k}:`).toString('base64')}`],
  ['an unknown scheme', (k: string) => `Key ${k}`],
  ['two keys', (k: string) => `Bearer ${k} ${k}`],
  ['two keys with a comma', (k: string) => `Bearer ${k}, Bearer ${k}`],
  ['quotes', (k: string) => `Bearer "${k}"`],
  ['a tab', (k: string) => `Bearer\t${k}`],
  ['a wrong last character', (k: string) => `Bearer ${k.slice(0, -1)}${another(k.at(-1))}`],
  ['a key with a character missing', (k: string) => `Bearer ${k.slice(0, -1)}`],
  ['a key with an extra character', (k: string) => `Bearer ${k}A`],
  ['a key in lower case', (k: string) => `Bearer ${k.toLowerCase()}A`],
  ['another prefix', (k: string) => `Bearer sk_${k.slice(3)}`],
  ['no prefix', (k: string) => `Bearer ${k.slice(3)}`],
  ['the hash of no key', () => `Bearer wk_${'A'.repeat(43)}`],
  ['a property name of JavaScript', () => 'Bearer constructor'],
  ['15 KB', () => `Bearer wk_${'A'.repeat(15_000)}`],
])('rejects %s', async (_fault, spell) => {
  const answer = await ask(spell(key));
  expectProblem(answer, 'unauthenticated');
  expect(answer.headers['www-authenticate']).toBe('Bearer realm="wallet", error="invalid_token"');
  expect(answer.text).not.toContain(key.slice(3, -1));
});

it('rejects two Authorization headers, whichever is valid', async () => {
  const bytes = requestBytes([
    `GET ${path} HTTP/1.1`,
    'Authorization: Bearer wrong',
    `Authorization: Bearer ${key}`,
  ]);
  const [answer] = await sendBytes(service.url, bytes);
  expectProblem(answer!, 'bad-request');
});

it('answers 401 before it checks the route, the media type, the size or the body', async () => {
  const requests = [
    { path: '/v1/none' },
    { path: '/v2/none' },
    { path: `${path}/GOLD/topup`, method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'x' },
    {
      path: `${path}/GOLD/topup`,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{',
    },
    {
      path: `${path}/GOLD/topup`,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: ' '.repeat(17_000),
    },
  ];
  for (const request of requests) expectProblem(await service.as('').send(request), 'unauthenticated');
});

it('rejects the demo keys unless the demonstration is seeded', async () => {
  const real = await startContractService({ database: service.database, demoKeys: false });
  for (const demoKey of ['demo-game-key', 'demo-admin-key']) {
    expectProblem(await real.as(demoKey).get(path), 'unauthenticated');
  }
  expect((await real.as(key).get(path)).status).toBe(200);
  await real.close();
});
