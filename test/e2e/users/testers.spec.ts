import { administer } from '../../support/administer.js';
import type { Answer } from '../../support/wallet-client.js';
import { changesOf } from '../support/changes.js';
import { type ContractService, startContractService } from '../support/contract-service.js';
import { expectProblem } from '../support/problem-codes.js';

let service: ContractService;
beforeAll(async () => {
  service = await startContractService();
});
afterAll(async () => {
  await service.audit();
  await service.close();
});

const change = (userId: string, body: unknown): Promise<Answer> =>
  administer(service.client, `PATCH /v1/users/${userId}`, body);

const userOf = async (userId: string) => (await service.client.get(`/v1/users/${userId}`)).json;

const recordsOf = async (userId: string) =>
  (await changesOf(service.client))
    .filter(({ kind, subject }) => kind === 'user' && subject === userId)
    .map(({ before, after, by }) => ({ before, after, by }));

const [made, unmade] = [
  { before: { tester: false }, after: { tester: true }, by: 'demo-admin' },
  { before: { tester: true }, after: { tester: false }, by: 'demo-admin' },
];

it('makes a registered user a tester and back, and keeps the rest', async () => {
  await service.client.post('/v1/users', { userId: 'carol', metadata: { country: 'NL' } });
  const before = await userOf('carol');
  expect(before).toMatchObject({ tester: false });

  const answer = await change('carol', { tester: true });
  expect({ status: answer.status, json: answer.json as unknown }).toEqual({
    status: 200,
    json: { ...(before as object), tester: true },
  });
  expect(await userOf('carol')).toEqual(answer.json);
  // Another registration keeps it.
  const again = await service.client.post('/v1/users', { userId: 'carol' });
  expect({ status: again.status, json: again.json as unknown }).toMatchObject({
    status: 200,
    json: { tester: true },
  });

  expect((await change('carol', { tester: false })).json).toEqual(before);
  expect(await recordsOf('carol')).toEqual([made, unmade]);
});

it('registers a user known only from a credit, as POST /v1/users does', async () => {
  await service.client.post('/v1/wallets/grace/SILVER/bonus', { amount: 5 });
  expect((await change('grace', { tester: true })).json).toMatchObject({
    registered: true,
    metadata: {},
    tester: true,
  });
  const { json } = await service.client.get('/v1/wallets/grace');
  expect(json).toMatchObject({
    balances: expect.arrayContaining([
      expect.objectContaining({ asset: 'GOLD', balance: 100 }),
      expect.objectContaining({ asset: 'SILVER', balance: 5 }),
    ]) as unknown,
  });
});

it('leaves a user alone who is no tester anyway', async () => {
  await service.client.post('/v1/wallets/heidi/SILVER/bonus', { amount: 5 });
  expect((await change('heidi', { tester: false })).json).toMatchObject({ registered: false, tester: false });
  expect(await recordsOf('heidi')).toEqual([]);
});

it('records parallel requests of one change once', async () => {
  await service.client.post('/v1/wallets/ivan/SILVER/bonus', { amount: 5 });
  const answers = await Promise.all(Array.from({ length: 8 }, () => change('ivan', { tester: true })));
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  expect(await recordsOf('ivan')).toEqual([made]);
});

it('gives opposite changes a record in which each begins where another ends', async () => {
  await service.client.post('/v1/users', { userId: 'judy' });
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, index) => change('judy', { tester: index % 2 === 0 })),
  );
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  const records = await recordsOf('judy');
  expect(records).toEqual(records.map((_, index) => (index % 2 === 0 ? made : unmade)));
  expect(await userOf('judy')).toMatchObject(records.at(-1)?.after ?? {});
});

it('refuses an unknown user', async () => {
  const members = { userId: 'nobody' };
  expectProblem(await change('nobody', { tester: true }), 'user-not-found', members);
  expectProblem(await change('nobody', { tester: false }), 'user-not-found', members);
});

it.each([
  ['nothing', {}, '/tester'],
  ['a text', { tester: 'true' }, '/tester'],
  ['a number', { tester: 1 }, '/tester'],
  ['null', { tester: null }, '/tester'],
  ['another member', { tester: true, metadata: {} }, '/metadata'],
])('refuses %s', async (_what, body, pointer) => {
  const answer = await change('alice', body);
  expectProblem(answer, 'validation-failed', {
    errorCount: 1,
    errors: [{ pointer, detail: expect.any(String) as string }],
  });
  expect(await userOf('alice')).toMatchObject({ registered: false, tester: false });
});
