import { type DatabaseClock, setUpClock } from '../support/database-clock.js';
import { holdAccount } from '../support/held-account.js';
import { startTwoInstances, type TwoInstances } from '../support/two-instances.js';
import type { Answer } from '../support/wallet-client.js';

/** Parallel purchases, rewards and conversions on two instances with one database. */
let instances: TwoInstances;
let clock: DatabaseClock;
beforeAll(async () => {
  instances = await startTwoInstances();
  clock = await setUpClock(instances.first.database);
  // A fixed clock: no midnight falls between two completions of a daily task.
  await clock.set('2040-01-01T12:00:00.000Z');
});
afterEach(() => instances.first.audit());
afterAll(async () => {
  await clock.close();
  await instances.stop();
  await instances.drop();
});

/** Sends 100 at once, half of them to each instance. */
function hundred(path: string, body: object, keyOf: (index: number) => string): Promise<Answer[]> {
  return Promise.all(
    Array.from({ length: 100 }, (_, index) => instances.inTurn(index).client.post(path, body, keyOf(index))),
  );
}

async function balancesOf(userId: string): Promise<Record<string, number>> {
  const { json } = await instances.first.client.get(`/v1/wallets/${userId}`);
  const { balances } = json as { balances: { asset: string; balance: number }[] };
  return Object.fromEntries(balances.map(({ asset, balance }) => [asset, balance]));
}

async function give(userId: string): Promise<void> {
  await instances.first.client.post(`/v1/wallets/${userId}/GOLD/topup`, { amount: 1_000 });
  await instances.first.client.post(`/v1/wallets/${userId}/SILVER/topup`, { amount: 500 });
}

interface Flow {
  flow: string;
  path: string;
  body: object;
  /** How many of 100 requests with different keys the wallet of `give` allows, and the balance left. */
  room: number;
  afterAll: object;
  afterOne: object;
  refusal: object;
}

const flows: Flow[] = [
  {
    flow: 'purchase',
    path: 'purchases',
    body: { item: 'iron-sword' },
    room: 8,
    afterAll: { GOLD: 40 },
    afterOne: { GOLD: 880 },
    refusal: { code: 'insufficient-funds', balance: 40, required: 120 },
  },
  {
    flow: 'conversion',
    path: 'convert',
    body: { from: 'SILVER', to: 'GOLD', amount: 50 },
    room: 10,
    afterAll: { SILVER: 0, GOLD: 1_010 },
    afterOne: { SILVER: 450, GOLD: 1_001 },
    refusal: { code: 'insufficient-funds', balance: 0, required: 50 },
  },
  {
    flow: 'reward of a task that is limited to once',
    path: 'tasks/tutorial/complete',
    body: {},
    room: 1,
    afterAll: { GOLD: 1_050 },
    afterOne: { GOLD: 1_050 },
    refusal: { code: 'task-already-completed', task: 'tutorial' },
  },
  {
    flow: 'reward of a daily task',
    path: 'tasks/daily-login/complete',
    body: {},
    room: 1,
    afterAll: { GOLD: 1_010 },
    afterOne: { GOLD: 1_010 },
    refusal: { code: 'task-already-completed', task: 'daily-login' },
  },
];

describe.each(flows)('a $flow', ({ path, body, room, afterAll, afterOne, refusal }) => {
  const name = path.replaceAll('/', '-');

  it('executes 100 simultaneous copies of one key once, with the same answer to all', async () => {
    const userId = `copies-${name}`;
    await give(userId);
    const answers = await hundred(`/v1/wallets/${userId}/${path}`, body, () => 'one-key');
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 100 }, () => 201));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers.filter(({ headers }) => headers['idempotency-replayed'] === 'true').length).toBe(99);
    expect(await balancesOf(userId)).toMatchObject(afterOne);
  });

  it('executes as many of 100 simultaneous keys as the wallet allows', async () => {
    const userId = `keys-${name}`;
    await give(userId);
    const answers = await hundred(`/v1/wallets/${userId}/${path}`, body, (index) => `key-${index}`);
    const refused = answers.filter(({ status }) => status !== 201);
    expect(refused.length).toBe(100 - room);
    for (const { status, json } of refused) {
      expect({ status, json: json as unknown }).toMatchObject({ status: 422, json: refusal });
    }
    expect(await balancesOf(userId)).toMatchObject(afterAll);
  });
});

it('rewards each of 20 users once when each completes a task 10 times at once', async () => {
  const users = Array.from({ length: 20 }, (_, index) => `callers-${index}`);
  const answers = await Promise.all(
    users.flatMap((userId) =>
      Array.from({ length: 10 }, (_, index) =>
        instances.inTurn(index).client.post(`/v1/wallets/${userId}/tasks/tutorial/complete`, {}),
      ),
    ),
  );
  expect(answers.filter(({ status }) => status === 201).length).toBe(20);
  expect(answers.filter(({ json }) => json.code === 'task-already-completed').length).toBe(180);
  for (const userId of users) expect(await balancesOf(userId)).toEqual({ GOLD: 50 });
  const { rows } = await instances.owner.query(
    `SELECT count(*)::int FROM task_completions WHERE user_id LIKE 'callers-%'`,
  );
  expect(rows).toEqual([{ count: 20 }]);
});

it('sees a completion that another instance wrote while this one waited for the account', async () => {
  const { first, second } = instances;
  await give('queued');
  const account = await holdAccount(first.database, { userId: 'queued', asset: 'GOLD' });
  const answers = [first, second].map(({ client }) =>
    client.post('/v1/wallets/queued/tasks/tutorial/complete', {}),
  );
  await account.untilAwaited(2);
  await account.release();
  const statuses = (await Promise.all(answers)).map(({ status }) => status);
  expect(statuses.sort()).toEqual([201, 422]);
});
