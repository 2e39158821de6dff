import { type ContractService, startContractService } from '../support/contract-service.js';
import { asOwner } from '../support/owner.js';
import { expectProblem, type ProblemCode } from '../support/problem-codes.js';
import type { Answer } from '../../support/wallet-client.js';

/** The syntax of the Idempotency-Key header, and the scope of a key. */
let service: ContractService;
beforeAll(async () => {
  service = await startContractService();
});
afterAll(() => service.audit());
afterAll(() => service.close());

const path = '/v1/wallets/alice/GOLD/topup';

/** A top-up of 5 with this header, repeated for each value. */
function topup(keys: string[], target = path): Promise<Answer> {
  return service.client.send({
    method: 'POST',
    path: target,
    headers: {
      'content-type': 'application/json',
      ...Object.fromEntries(keys.length === 0 ? [] : [['idempotency-key', keys]]),
    },
    body: '{"amount": 5}',
  });
}

const refused: [description: string, keys: string[], code: ProblemCode][] = [
  ['missing', [], 'idempotency-key-missing'],
  ['empty', [''], 'idempotency-key-invalid'],
  ['blank', [' \t '], 'idempotency-key-invalid'],
  ['empty in quotes', ['""'], 'idempotency-key-invalid'],
  ['of 256 characters', ['k'.repeat(256)], 'idempotency-key-invalid'],
  ['of 256 characters in quotes', [`"${'k'.repeat(256)}"`], 'idempotency-key-invalid'],
  ['not ASCII', ['clé'], 'idempotency-key-invalid'],
  ['two words', ['a b'], 'idempotency-key-invalid'],
  ['two words in quotes', ['"a b"'], 'idempotency-key-invalid'],
  ['with a tab', ['a\tb'], 'idempotency-key-invalid'],
  ['doubled', ['a', 'b'], 'idempotency-key-invalid'],
  ['doubled with the same value', ['a', 'a'], 'idempotency-key-invalid'],
];

it.each(refused)('rejects a key that is %s', async (_description, keys, code) => {
  const keyCount = `SELECT count(*)::int AS keys FROM idempotency_keys`;
  const before = await asOwner(service.database, keyCount);
  expectProblem(await topup(keys), code);
  expect(await asOwner(service.database, keyCount)).toEqual(before);
});

it.each([
  ['a single character', '~'],
  ['255 characters', 'k'.repeat(255)],
  ['all visible characters', String.fromCharCode(...Array.from({ length: 94 }, (_, index) => 0x21 + index))],
  ['a comma, which joins headers elsewhere', 'a,b'],
])('accepts a key of %s', async (_description, key) => {
  expect((await topup([key])).status).toBe(201);
  const replay = await topup([key]);
  expect(replay.headers['idempotency-replayed']).toBe('true');
});

it.each([
  ['order-1', '"order-1"'],
  ['a"b', '"a\\"b"'],
  ['a\\b', '"a\\\\b"'],
  ['q'.repeat(255), `"${'q'.repeat(255)}"`],
])('treats %s and %s as the same key', async (bare, quoted) => {
  const first = await topup([bare]);
  const replay = await topup([quoted]);
  expect(first.status).toBe(201);
  expect(replay.headers['idempotency-replayed']).toBe('true');
  expect(replay.text).toBe(first.text);
});

it('is case-sensitive', async () => {
  const [upper, lower] = [await topup(['CASE']), await topup(['case'])];
  expect((upper.json as { id: string }).id).not.toBe((lower.json as { id: string }).id);
});

it('separates the same key of two users', async () => {
  const alice = await topup(['shared']);
  const bob = await topup(['shared'], '/v1/wallets/bob/GOLD/topup');
  expect(bob.json).toMatchObject({ userId: 'bob', amount: 5 });
  expect(bob.headers['idempotency-replayed']).toBeUndefined();
  expect((await topup(['shared'])).text).toBe(alice.text);
});

it('ignores the key of a GET', async () => {
  await topup(['get']);
  const plain = await service.client.get('/v1/wallets/alice/GOLD');
  for (const key of ['get', 'never-used', 'not valid', '']) {
    const answer = await service.client.get('/v1/wallets/alice/GOLD', { 'idempotency-key': key });
    expect({ status: answer.status, text: answer.text }).toEqual({ status: 200, text: plain.text });
    expect(answer.headers['idempotency-replayed']).toBeUndefined();
  }
  const stored = await asOwner(service.database, `SELECT FROM idempotency_keys WHERE key = 'never-used'`);
  expect(stored).toEqual([]);
});
