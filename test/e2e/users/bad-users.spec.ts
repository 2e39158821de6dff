import { type ContractService, startContractService } from '../support/contract-service.js';
import { expectNoHarm } from '../support/harmless.js';
import { expectProblem, faultAt } from '../support/problem-codes.js';

let service: ContractService;
beforeAll(async () => {
  service = await startContractService();
});
expectNoHarm(() => service);
afterAll(() => service.close());

function keys(count: number): Record<string, number> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`key${index}`, index]));
}

it.each([
  ['no id', {}, '/userId'],
  ['an empty id', { userId: '' }, '/userId'],
  ['an id with a space', { userId: 'a b' }, '/userId'],
  ['an id with a trailing line break', { userId: 'mallory\n' }, '/userId'],
  ['an id of dots only', { userId: '..' }, '/userId'],
  ['an id of 65 characters', { userId: 'x'.repeat(65) }, '/userId'],
  ['an id that is a number', { userId: 5 }, '/userId'],
  ['an id that is a list', { userId: ['mallory'] }, '/userId'],
  ['an id that is null', { userId: null }, '/userId'],
  ['a role', { userId: 'mallory', role: 'admin' }, '/role'],
  ['a balance', { userId: 'mallory', balance: 1000 }, '/balance'],
  ['metadata that is a list', { userId: 'mallory', metadata: [] }, '/metadata'],
  ['metadata that is a string', { userId: 'mallory', metadata: 'x' }, '/metadata'],
  ['metadata of 51 keys', { userId: 'mallory', metadata: keys(51) }, '/metadata'],
  ['metadata of 4 levels', { userId: 'mallory', metadata: { a: { b: { c: { d: 1 } } } } }, '/metadata'],
  ['metadata of 4097 bytes', { userId: 'mallory', metadata: { a: 'x'.repeat(4_089) } }, '/metadata'],
  ['metadata with NUL', { userId: 'mallory', metadata: { a: '\u0000' } }, '/metadata'],
  ['metadata with a number beyond 2^53 − 1', { userId: 'mallory', metadata: { a: 1e300 } }, '/metadata'],
])('does not register a user with %s', async (_fault, body, pointer) => {
  expectProblem(await service.client.post('/v1/users', body), 'validation-failed', faultAt(pointer));
});

describe.each(['freeze', 'unfreeze'])('does not %s a wallet', (action) => {
  const requestChange = (userId: string, body: unknown) =>
    service.client.post(`/v1/users/${userId}/${action}`, body);

  it.each([
    ['without a reason', {}, '/reason'],
    ['with an empty reason', { reason: '' }, '/reason'],
    ['with a reason of 257 characters', { reason: 'x'.repeat(257) }, '/reason'],
    ['with a reason that is null', { reason: null }, '/reason'],
    ['with a reason that is a number', { reason: 5 }, '/reason'],
    ['with a reason containing NUL', { reason: 'a\u0000' }, '/reason'],
    ['with a reason containing a lone surrogate', '{"reason": "\\ud800"}', '/reason'],
    ['in the name of another client', { reason: 'x', by: 'auditor' }, '/by'],
    ['at another time', { reason: 'x', since: '2026-01-01T00:00:00Z' }, '/since'],
    ['in one asset only', { reason: 'x', asset: 'GOLD' }, '/asset'],
  ])('%s', async (_fault, body, pointer) => {
    expectProblem(await requestChange('alice', body), 'validation-failed', faultAt(pointer));
  });

  it('of an unknown user', async () => {
    expectProblem(await requestChange('ghost', { reason: 'x' }), 'user-not-found', { userId: 'ghost' });
  });

  it.each(['a%20b', '%00', 'x'.repeat(65), '..%2Falice'])('of the invalid user id %s', async (userId) => {
    expectProblem(await requestChange(userId, { reason: 'x' }), 'validation-failed', faultAt('/userId'));
  });
});

it.each(['a%20b', '%00', 'x'.repeat(65), "a'--"])('rejects the user id %s', async (userId) => {
  for (const path of ['', '/freezes']) {
    const answer = await service.client.get(`/v1/users/${userId}${path}`);
    expectProblem(answer, 'validation-failed', faultAt('/userId'));
  }
});

it.each(['0', '101', '-1', '1e1', 'ten'])('rejects the limit %s for a history', async (limit) => {
  const answer = await service.client.get(`/v1/users/alice/freezes?limit=${limit}`);
  expectProblem(answer, 'validation-failed', faultAt('/limit'));
});

it.each(['0', '-1', '1.5', 'alice', '2147483648', '99999999999999999999'])(
  'rejects the cursor %s of a history',
  async (cursor) => {
    const answer = await service.client.get(`/v1/users/alice/freezes?startingAfter=${cursor}`);
    expectProblem(answer, 'validation-failed', faultAt('/startingAfter'));
  },
);

it.each(['', '/freezes'])('requires credentials: GET /v1/users/alice%s', async (path) => {
  expectProblem(await service.as('').get(`/v1/users/alice${path}`), 'unauthenticated');
});
