import { type ContractService, startContractService } from '../support/contract-service.js';
import type { Answer } from '../../support/wallet-client.js';

/** Concurrent copies of one request, on one instance and on two. */
let service: ContractService;
let other: ContractService;
beforeAll(async () => {
  service = await startContractService();
  other = await startContractService({ database: service.database });
});
afterEach(() => service.audit());
afterAll(async () => {
  await other.close();
  await service.close();
});

const hundred = Array.from({ length: 100 }, (_, index) => index);

function notReplayed(answers: readonly Answer[]): Answer[] {
  return answers.filter(({ headers }) => headers['idempotency-replayed'] === undefined);
}

async function versionOf(userId: string): Promise<unknown> {
  return ((await service.client.get(`/v1/wallets/${userId}/GOLD`)).json as { version: number }).version;
}

it('executes 100 simultaneous copies once and gives them the same answer', async () => {
  const answers = await Promise.all(
    hundred.map(() => service.client.post('/v1/wallets/carol/GOLD/topup', { amount: 7 }, 'copies')),
  );
  expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
  expect(answers[0]!.json).toMatchObject({ amount: 7, balance: 7 });
  expect(notReplayed(answers)).toHaveLength(1);
  expect(await versionOf('carol')).toBe(1);
});

it('executes 100 simultaneous copies on two instances once and gives them the same answer', async () => {
  const answers = await Promise.all(
    hundred.map((index) =>
      (index % 2 ? service : other).client.post('/v1/wallets/dora/GOLD/topup', { amount: 7 }, 'copies'),
    ),
  );
  expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
  expect(notReplayed(answers)).toHaveLength(1);
  expect(await versionOf('dora')).toBe(1);
});

it('gives 100 simultaneous copies the same refusal', async () => {
  const answers = await Promise.all(
    hundred.map(() => service.client.post('/v1/wallets/bob/GOLD/spend', { amount: 501 }, 'copies')),
  );
  const words = answers.map(({ text, headers }) => text.replace(String(headers['x-request-id']), ''));
  expect(new Set(words).size).toBe(1);
  expect(answers[0]!.json).toMatchObject({ code: 'insufficient-funds', balance: 500, required: 501 });
  expect(notReplayed(answers)).toHaveLength(1);
  expect(await versionOf('bob')).toBe(1);
});

it('executes one of 100 different requests with one key and rejects the others', async () => {
  const answers = await Promise.all(
    hundred.map((index) =>
      (index % 2 ? service : other).client.post('/v1/wallets/erin/GOLD/topup', { amount: index + 1 }, 'one'),
    ),
  );
  const [winner, ...more] = answers.filter(({ status }) => status === 201);
  expect(more).toEqual([]);
  expect(
    answers.filter(({ json }) => (json as { code?: string }).code === 'idempotency-key-reused'),
  ).toHaveLength(99);
  expect((await service.client.get('/v1/wallets/erin/GOLD')).json).toMatchObject({
    version: 1,
    balance: (winner!.json as { amount: number }).amount,
  });
});

it('accepts one of 100 spends if the balance covers only one', async () => {
  await service.client.post('/v1/wallets/frank/GOLD/topup', { amount: 10 });
  const answers = await Promise.all(
    hundred.map((index) =>
      (index % 2 ? service : other).client.post('/v1/wallets/frank/GOLD/spend', { amount: 10 }),
    ),
  );
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 422)).toHaveLength(99);
  expect((await service.client.get('/v1/wallets/frank/GOLD')).json).toMatchObject({ balance: 0, version: 2 });
});

it('replays a success and a refusal on another instance', async () => {
  const spend = (instance: ContractService, amount: number) =>
    instance.client.post('/v1/wallets/alice/GOLD/spend', { amount }, `elsewhere-${amount}`);
  const success = await spend(service, 30);
  const replay = await spend(other, 30);
  expect(replay.headers['idempotency-replayed']).toBe('true');
  expect({ status: replay.status, text: replay.text }).toEqual({ status: 201, text: success.text });

  const refusal = await spend(service, 5_000);
  await service.client.post('/v1/wallets/alice/GOLD/topup', { amount: 5_000 });
  const sameRefusal = await spend(other, 5_000);
  expect(sameRefusal.headers['idempotency-replayed']).toBe('true');
  expect(sameRefusal.json).toEqual({
    ...(refusal.json as object),
    requestId: sameRefusal.headers['x-request-id'],
  });
});
