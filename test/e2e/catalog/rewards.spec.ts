import { administer } from '../../support/administer.js';
import { type DatabaseClock, setUpClock } from '../../support/database-clock.js';
import { type ContractService, startContractService } from '../support/contract-service.js';
import { freeze } from '../support/freezing.js';
import { expectProblem, faultAt } from '../support/problem-codes.js';
import { instant, transactionId } from '../support/shapes.js';

let service: ContractService;
beforeAll(async () => {
  service = await startContractService();
  const task = { code: 'old-quest', name: 'Old quest', asset: 'GOLD', reward: 5, limit: 'unlimited' };
  await administer(service.client, 'POST /v1/tasks', task);
  await administer(service.client, 'PATCH /v1/tasks/old-quest', { retired: true });
});
afterAll(() => service.audit());
afterAll(() => service.close());

const complete = (userId: string, task: string, body: unknown = {}, key?: string) =>
  service.client.post(`/v1/wallets/${userId}/tasks/${task}/complete`, body, key);

async function goldOf(userId: string): Promise<number> {
  return (await service.client.get(`/v1/wallets/${userId}/GOLD`)).json.balance;
}

it('pays the reward out of promotions to a new user', async () => {
  const { status, json } = await complete('newcomer', 'tutorial');
  expect({ status, json: json as unknown }).toEqual({
    status: 201,
    json: {
      id: transactionId,
      type: 'reward',
      userId: 'newcomer',
      asset: 'GOLD',
      amount: 50,
      balance: 50,
      reference: null,
      description: 'Tutorial',
      metadata: { task: { task: 'tutorial', period: 'once' } },
      actor: { kind: 'client', id: 'demo-admin' },
      createdAt: instant,
      entries: [
        { kind: 'system', account: 'promotions', asset: 'GOLD', direction: 'debit', amount: 50 },
        {
          kind: 'user',
          account: 'newcomer',
          asset: 'GOLD',
          direction: 'credit',
          amount: 50,
          balanceAfter: 50,
          version: 1,
        },
      ],
    },
  });
});

it('pays once for a once-only task, whatever the key', async () => {
  expect((await complete('carol', 'tutorial')).status).toBe(201);
  for (let more = 0; more < 3; more++) {
    expectProblem(await complete('carol', 'tutorial'), 'task-already-completed', { task: 'tutorial' });
  }
  expect(await goldOf('carol')).toBe(50);
  expect((await complete('dave', 'tutorial')).status).toBe(201);
});

describe('a daily task, by the clock of the database', () => {
  let clock: DatabaseClock;
  beforeAll(async () => {
    clock = await setUpClock(service.database);
  });
  afterAll(async () => {
    await clock.release();
    await clock.close();
  });

  it('is paid once per UTC day', async () => {
    await clock.set('2040-02-28T00:00:00.000Z');
    expect((await complete('erin', 'daily-login')).json).toMatchObject({
      amount: 10,
      metadata: { task: { task: 'daily-login', period: '2040-02-28' } },
    });
    await clock.set('2040-02-28T23:59:59.999Z');
    const availableAt = '2040-02-29T00:00:00.000Z';
    const refused = await complete('erin', 'daily-login');
    expectProblem(refused, 'task-already-completed', { task: 'daily-login', availableAt });
    await clock.set(availableAt);
    expect((await complete('erin', 'daily-login')).json).toMatchObject({
      balance: 20,
      metadata: { task: { period: '2040-02-29' } },
    });
  });

  it('replays a refusal to its key even on the next day', async () => {
    await clock.set('2040-03-01T12:00:00.000Z');
    await complete('leo', 'daily-login');
    await complete('leo', 'daily-login', {}, 'again');
    await clock.set('2040-03-02T12:00:00.000Z');
    const replay = await complete('leo', 'daily-login', {}, 'again');
    const availableAt = '2040-03-02T00:00:00.000Z';
    expectProblem(replay, 'task-already-completed', { task: 'daily-login', availableAt });
    expect(replay.headers['idempotency-replayed']).toBe('true');
    expect((await complete('leo', 'daily-login')).status).toBe(201);
  });
});

it('pays for an unlimited task as often as it is completed', async () => {
  for (const balance of [5, 10, 15]) {
    const { json } = await complete('grace', 'watch-ad');
    expect(json).toMatchObject({ balance, asset: 'SILVER', metadata: { task: { task: 'watch-ad' } } });
    expect((json as { metadata: { task: object } }).metadata.task).toEqual({ task: 'watch-ad' });
  }
});

it('pays the current reward, and replays the original one to a retry', async () => {
  const task = { code: 'climb', name: 'Climb', asset: 'GOLD', reward: 7, limit: 'unlimited' };
  await administer(service.client, 'POST /v1/tasks', task);
  const first = await complete('heidi', 'climb', {}, 'climb-1');
  await administer(service.client, 'PATCH /v1/tasks/climb', { reward: 9, name: 'Higher' });
  expect((await complete('heidi', 'climb')).json).toMatchObject({ amount: 9, description: 'Higher' });
  const replay = await complete('heidi', 'climb', {}, 'climb-1');
  expect({ status: replay.status, text: replay.text }).toEqual({ status: 201, text: first.text });
  expect(replay.headers['idempotency-replayed']).toBe('true');
  expect(await goldOf('heidi')).toBe(16);
});

it('keeps the details of the caller, except members that the catalogue sets', async () => {
  const body = { reference: 'ad-1', description: 'Ad', metadata: { level: 7, task: { task: 'mine' } } };
  const { json } = await complete('ivan', 'watch-ad', body);
  expect(json).toMatchObject({
    reference: 'ad-1',
    description: 'Ad',
    metadata: { level: 7, task: { task: 'watch-ad' } },
  });
});

it('treats a missing body as an empty one, under one fingerprint', async () => {
  const path = '/v1/wallets/judy/tasks/watch-ad/complete';
  const send = (headers: Record<string, string>, body?: string) =>
    service.client.send({ method: 'POST', path, headers: { 'idempotency-key': 'empty', ...headers }, body });
  const first = await send({});
  expect(first.json).toMatchObject({ amount: 5, reference: null });
  const json = { 'content-type': 'application/json' };
  for (const retry of [await send(json, ''), await send(json, '{}'), await send(json, ' { } ')]) {
    expect({ status: retry.status, text: retry.text }).toEqual({ status: 201, text: first.text });
  }
  expectProblem(await send(json, '{"reference": "r"}'), 'idempotency-key-reused');
  expectProblem(await send(json, ' '), 'malformed-json');
  expectProblem(await send({ 'content-type': 'text/plain' }, '{}'), 'unsupported-media-type');
});

it.each(['amount', 'reward', 'task', 'userId', 'period'])('rejects the member %s', async (member) => {
  const answer = await complete('alice', 'watch-ad', { [member]: 1 });
  expectProblem(answer, 'validation-failed', faultAt(`/${member}`));
});

it.each(['Tutorial', '%20', 'x'.repeat(65)])('rejects the task %s', async (task) => {
  expectProblem(await complete('alice', task), 'validation-failed', faultAt('/task'));
});

it('rejects a missing or retired task and opens no account', async () => {
  expectProblem(await complete('kim', 'nothing'), 'task-not-found', { task: 'nothing' });
  expectProblem(await service.client.get('/v1/wallets/kim'), 'user-not-found', { userId: 'kim' });
  expectProblem(await complete('kim', 'old-quest'), 'task-retired', { task: 'old-quest' });
});

it('pays a frozen wallet, which can still receive', async () => {
  await service.client.post('/v1/wallets/frosty/GOLD/topup', { amount: 1 });
  await freeze(service, 'frosty');
  expect((await complete('frosty', 'tutorial')).json).toMatchObject({ amount: 50, balance: 51 });
  expectProblem(await complete('frosty', 'tutorial'), 'task-already-completed', { task: 'tutorial' });
});

it('counts a completion only if the reward arrived', async () => {
  const most = Number.MAX_SAFE_INTEGER;
  const task = { code: 'jackpot', name: 'Jackpot', asset: 'LOYALTY', reward: most, limit: 'once' };
  await administer(service.client, 'POST /v1/tasks', task);
  await service.client.post('/v1/wallets/mallory/LOYALTY/topup', { amount: 1 });
  expectProblem(await complete('mallory', 'jackpot'), 'balance-limit-exceeded', {
    account: 'mallory',
    asset: 'LOYALTY',
    balance: 1,
    limit: most,
  });
  await administer(service.client, 'PATCH /v1/tasks/jackpot', { reward: 3 });
  expect((await complete('mallory', 'jackpot')).json).toMatchObject({ amount: 3 });
});
