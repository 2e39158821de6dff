import type { DatabaseClock } from '../support/database-clock.js';
import { type SkewedInstances, startSkewedInstances } from '../support/skewed-instances.js';
import type { WalletClient } from '../support/wallet-client.js';

/** Two instances whose clocks differ by two hours decide and record by the clock of the database. */
const midnight = Date.UTC(2040, 0, 2);
const hourMs = 3_600_000;

let skewed: SkewedInstances;
let clock: DatabaseClock;
let instances: WalletClient[];

beforeAll(async () => {
  skewed = await startSkewedInstances(midnight - hourMs);
  clock = skewed.clock;
  instances = [skewed.fast, skewed.slow];
});
afterAll(async () => {
  await skewed.audit();
  await skewed.close();
});

/** Completes the daily task on one instance and returns its period, or the code of the refusal. */
async function complete(instance: WalletClient, userId: string): Promise<unknown> {
  const { json } = await instance.post(`/v1/wallets/${userId}/tasks/daily-login/complete`, {});
  const { code, metadata, createdAt } = json as {
    code?: string;
    metadata?: { task: { period: string } };
    createdAt?: string;
  };
  return code ?? { period: metadata?.task.period, createdAt };
}

async function newestTime(): Promise<number> {
  // A number: the DateStyle of this session is that of the server.
  const { rows } = await skewed.owner.query<{ newest: number }>(
    `SELECT (extract(epoch FROM max(at)) * 1000)::float8 AS newest FROM (
       SELECT created_at AS at FROM transactions UNION ALL SELECT created_at FROM users
       UNION ALL SELECT created_at FROM accounts UNION ALL SELECT updated_at FROM accounts
       UNION ALL SELECT created_at FROM wallet_freezes UNION ALL SELECT last_at FROM shard_heads
     ) AS recorded`,
  );
  return rows[0]!.newest;
}

it('pay a daily reward for the day of the database, on both sides of midnight', async () => {
  for (const [time, period] of [
    [midnight - 1, '2040-01-01'],
    [midnight, '2040-01-02'],
  ] as const) {
    await clock.set(time);
    const createdAt = new Date(time).toISOString();
    const [fast, slow] = instances as [WalletClient, WalletClient];
    expect(await complete(fast, 'fay')).toEqual({ period, createdAt });
    expect(await complete(slow, 'sue')).toEqual({ period, createdAt });
    expect(await complete(slow, 'fay')).toBe('task-already-completed');
    expect(await complete(fast, 'sue')).toBe('task-already-completed');
  }
});

it('credit one payment once under 50 keys and two users', async () => {
  const payment = { provider: 'app-store', id: 'one', environment: 'live' };
  const users = Array.from({ length: 50 }, (_, index) => (index % 4 < 2 ? 'fay' : 'sue'));
  const answers = await Promise.all(
    users.map((userId, index) =>
      instances[index % 2]!.post(`/v1/wallets/${userId}/GOLD/topup`, { amount: 5, payment }),
    ),
  );
  const credited = answers.filter(({ status }) => status === 201);
  expect(credited).toHaveLength(1);
  const { id, userId } = credited[0]!.json as { id: string; userId: string };
  for (const [index, { status, json }] of answers.entries()) {
    if (status === 201) continue;
    expect(json).toMatchObject({ code: 'payment-already-credited' });
    expect(json.transactionId).toBe(users[index] === userId ? id : undefined);
  }
});

it('reverse a top-up exactly once in 50 parts, and repay the debt once', async () => {
  const [fast, slow] = instances as [WalletClient, WalletClient];
  const inTurn = (index: number) => (index % 2 === 0 ? fast : slow);
  const { json: topUp } = await fast.post('/v1/wallets/fay/GOLD/topup', { amount: 100 });
  await slow.post('/v1/wallets/fay/GOLD/spend', { amount: 90 });
  const { json: before } = await fast.get('/v1/wallets/fay/GOLD');
  const refund = { transactionId: topUp.id as string, cause: 'refund', amount: 3 };
  const refunds = await Promise.all(
    Array.from({ length: 50 }, (_, index) => inTurn(index).post('/v1/wallets/fay/reversals', refund)),
  );
  const accepted = refunds
    .filter(({ status }) => status === 201)
    .map(({ json }) => json as Record<string, number>);
  expect(accepted).toHaveLength(33);
  const sum = (member: string) => accepted.reduce((total, json) => total + (json[member] ?? 0), 0);
  const { balance } = before as { balance: number };
  expect([sum('amount'), sum('owed')]).toEqual([balance, 99 - balance]);
  await Promise.all(
    Array.from({ length: 50 }, (_, index) =>
      inTurn(index).post('/v1/wallets/fay/GOLD/bonus', { amount: 2, reference: 'repaying' }),
    ),
  );
  const { json: after } = await slow.get('/v1/wallets/fay/GOLD');
  expect(after).toMatchObject({ balance: 1 + balance, available: 1 + balance });
  expect(after).not.toHaveProperty('owed');
});

it('record accounts, freezes and registrations with the time of the database', async () => {
  const time = midnight + hourMs;
  await clock.set(time);
  for (const [index, instance] of instances.entries()) {
    expect((await instance.post('/v1/users', { userId: `new-${index}` })).status).toBe(201);
    expect((await instance.post(`/v1/wallets/opened-${index}/GOLD/topup`, { amount: 5 })).status).toBe(201);
    expect((await instance.post(`/v1/users/opened-${index}/freeze`, { reason: 'test' })).status).toBe(200);
    expect(await newestTime()).toBe(time);
  }
});

it('never record an earlier time after a failover to a database with a slower clock', async () => {
  const before = await newestTime();
  await clock.set(midnight - hourMs);
  for (const instance of instances) {
    const { status, json } = await instance.post('/v1/wallets/alice/GOLD/topup', { amount: 1 });
    expect(status).toBe(201);
    expect(Date.parse((json as { createdAt: string }).createdAt)).toBeLessThanOrEqual(before);
  }
  expect(await newestTime()).toBe(before);
});
