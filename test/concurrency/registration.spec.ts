import { UserRegistration } from '@app/users';
import { countDeadlocks } from '../support/deadlocks.js';
import type { TestService } from '../support/test-service.js';
import { startTwoInstances, type TwoInstances } from '../support/two-instances.js';

let instances: TwoInstances;
beforeAll(async () => {
  instances = await startTwoInstances();
});
afterEach(() => instances.first.audit());
afterAll(async () => {
  await instances.stop();
  expect(await countDeadlocks(instances.owner)).toBe(0);
  await instances.drop();
});

const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

async function count(sql: string): Promise<number> {
  const { rows } = await instances.owner.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM ${sql}`,
  );
  return rows[0]!.count;
}

it('registers an id once, with one welcome grant, for 100 simultaneous requests', async () => {
  const answers = await Promise.all(
    times(100, (index) =>
      instances.inTurn(index).client.post('/v1/users', { userId: 'carol', metadata: { copy: index } }),
    ),
  );
  const created = answers.filter(({ status }) => status === 201);
  expect(created).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(99);
  // All get the same user, whichever request was first.
  expect(new Set(answers.map(({ text }) => text))).toEqual(new Set([created[0]!.text]));
  expect(await count(`transactions WHERE user_id = 'carol'`)).toBe(1);
  const { json } = await instances.first.client.get('/v1/wallets/carol/GOLD');
  expect(json).toMatchObject({ balance: 100, version: 1 });
});

it('accepts exactly one of 50 simultaneous sign-ups with the same id', async () => {
  const outcomes = await Promise.all(
    times(50, (index) =>
      instances
        .inTurn(index)
        .app.get(UserRegistration, { strict: false })
        .registerNew({ userId: 'dora', metadata: {} }),
    ),
  );
  expect(outcomes.filter((registered) => registered)).toHaveLength(1);
  expect(await count(`transactions WHERE user_id = 'dora'`)).toBe(1);
});

it('never accepts a sign-up with an id that was credited first', async () => {
  const users = times(100, (index) => `racer-${index}`);
  const outcomes = await Promise.all(
    users.map(async (userId, index) => {
      const [registered, credit] = await Promise.all([
        instances
          .inTurn(index)
          .app.get(UserRegistration, { strict: false })
          .registerNew({ userId, metadata: {} }),
        instances.inTurn(index + 1).client.post(`/v1/wallets/${userId}/LOYALTY/bonus`, { amount: 1 }),
      ]);
      expect(credit.status).toBe(201);
      return registered;
    }),
  );
  for (const [index, userId] of users.entries()) {
    const { rows } = await instances.owner.query<{
      accounts: number;
      registered: boolean;
      credited_first: boolean;
    }>(
      `SELECT count(*)::int AS accounts, bool_or(users.id IS NOT NULL) AS registered,
              coalesce(bool_or(users.place > (
                SELECT min(place) FROM transactions t WHERE t.shard = users.shard AND t.user_id = users.id
              )), false) AS credited_first
       FROM accounts LEFT JOIN users ON users.shard = accounts.shard AND users.id = accounts.owner_id
       WHERE accounts.owner_id = $1`,
      [userId],
    );
    const registered = outcomes[index]!;
    expect(rows[0]).toEqual({ accounts: registered ? 4 : 1, registered, credited_first: false });
  }
});

it('registers, credits, freezes and releases the same few users in any order without a deadlock', async () => {
  const users = times(5, (index) => `busy-${index}`);
  const actions = [
    (service: TestService, userId: string) => service.client.post('/v1/users', { userId }),
    (service: TestService, userId: string) =>
      service.client.post(`/v1/users/${userId}/freeze`, { reason: 'x' }),
    (service: TestService, userId: string) =>
      service.client.post(`/v1/users/${userId}/unfreeze`, { reason: 'x' }),
    (service: TestService, userId: string) =>
      service.client.post(`/v1/wallets/${userId}/GOLD/topup`, { amount: 5 }),
    (service: TestService, userId: string) =>
      service.client.post(`/v1/wallets/${userId}/SILVER/bonus`, { amount: 5 }),
    (service: TestService, userId: string) =>
      service.client.post(`/v1/wallets/${userId}/GOLD/spend`, { amount: 1 }),
  ];
  let next = 0;
  const statuses = new Set<number>();
  const caller = async () => {
    while (next < 1_500) {
      const index = next++;
      const action = actions[(index * 7 + Math.floor(index / 11)) % actions.length]!;
      const { status } = await action(instances.inTurn(index), users[index % users.length]!);
      statuses.add(status);
    }
  };
  await Promise.all(times(32, caller));
  // 404: a freeze of a user who did not exist yet. 422: a spend without funds, or from a frozen wallet.
  expect([...statuses].filter((status) => ![200, 201, 404, 422].includes(status))).toEqual([]);
});
