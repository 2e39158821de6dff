import fc from 'fast-check';
import { Client } from 'pg';
import { countDeadlocks } from '../support/deadlocks.js';
import type { TestService } from '../support/test-service.js';
import { whereServerHas } from '../support/server/where-server-has.js';
import { startTwoInstances, type TwoInstances } from '../support/two-instances.js';
import type { Answer } from '../support/wallet-client.js';

/**
 * Two instances on one database, 64 callers and 10 000 operations from a printed seed. One in five has a duplicate that goes to
 * the other instance simultaneously.
 */
const operations = 10_000;
const callers = 64;

interface Operation {
  userId: string;
  asset: string;
  flow: 'topup' | 'bonus' | 'spend';
  amount: number;
  key: string;
  duplicate: boolean;
}

let instances: TwoInstances;
beforeAll(async () => {
  instances = await startTwoInstances();
});
afterAll(() => instances.drop());

it('agrees on every outcome, without a deadlock and without a 5xx', async () => {
  const { first, second, owner } = instances;
  const seed = Date.now() % 2_147_483_647;
  process.stdout.write(`two instances: seed ${seed}\n`);
  const plan = fc.sample(
    fc.record<Omit<Operation, 'key'>>({
      userId: fc.integer({ min: 0, max: 39 }).map((number) => `user-${number}`),
      asset: fc.constantFrom('GOLD', 'SILVER'),
      flow: fc.constantFrom('topup', 'bonus', 'spend', 'spend'),
      amount: fc.integer({ min: 1, max: 50 }),
      duplicate: fc.integer({ min: 0, max: 4 }).map((number) => number === 0),
    }),
    { seed, numRuns: operations },
  );
  const queue: Operation[] = plan.map((operation, index) => ({ ...operation, key: `operation-${index}` }));
  const answers = new Map<string, Answer[]>();

  const call = async (service: TestService, { userId, asset, flow, amount, key }: Operation) => {
    const answer = await service.client.post(`/v1/wallets/${userId}/${asset}/${flow}`, { amount }, key);
    answers.set(key, [...(answers.get(key) ?? []), answer]);
  };
  const caller = async (index: number) => {
    const [near, far] = index % 2 === 0 ? [first, second] : [second, first];
    for (let operation = queue.pop(); operation; operation = queue.pop()) {
      await Promise.all([call(near, operation), ...(operation.duplicate ? [call(far, operation)] : [])]);
    }
  };
  await Promise.all(Array.from({ length: callers }, (_, index) => caller(index)));

  const balances = new Map<string, number>();
  for (const [index, { userId, asset, flow, amount, duplicate }] of plan.entries()) {
    const given = answers.get(`operation-${index}`) ?? [];
    expect(given).toHaveLength(duplicate ? 2 : 1);
    expect(given.map(({ status }) => status).filter((status) => status !== 201 && status !== 422)).toEqual(
      [],
    );
    const bodies = given.map(({ json }) => JSON.stringify({ ...json, requestId: '' }));
    expect(new Set(bodies).size).toBe(1);
    if (given[0]?.status === 201) {
      const account = `${userId}/${asset}`;
      balances.set(account, (balances.get(account) ?? 0) + (flow === 'spend' ? -amount : amount));
    } else {
      expect(given[0]?.json).toMatchObject({ code: 'insufficient-funds', required: amount });
      expect(given[0]?.json.balance).toBeLessThan(amount);
    }
  }
  for (const [account, balance] of balances) {
    const answer = await second.client.get(`/v1/wallets/${account}`);
    expect(answer.json).toMatchObject({ balance });
  }
  const accepted = [...answers.values()].filter(([answer]) => answer?.status === 201);
  for (const [answer] of accepted) {
    const { json } = answer!;
    const entry = json.entries.find(({ kind }: { kind: string }) => kind === 'user');
    expect(entry.balanceAfter).toBe(json.balance);
  }
  const { rows } = await owner.query<{ count: string }>(
    `SELECT count(*) FROM transactions WHERE client_id <> 'seed'`,
  );
  expect(Number(rows[0]?.count)).toBe(accepted.length);
  await first.audit();

  await instances.stop();
  expect(await countDeadlocks(owner)).toBe(0);
});

whereServerHas(
  'distributed',
  () => {
    it('counts a deadlock if there is one', async () => {
      const { owner, first } = instances;
      const other = new Client({ connectionString: first.database.url });
      await other.connect();
      const { rows } = await owner.query<{ shard: number }>(`SELECT wallet_shard('alice') AS shard`);
      const [a, b] = ['GOLD', 'DIAMOND'].map(
        (asset) =>
          `SELECT FROM accounts WHERE shard = ${rows[0]?.shard} AND owner_id = 'alice' AND asset_code = '${asset}' FOR UPDATE`,
      );
      await owner.query(`BEGIN; SET LOCAL deadlock_timeout = '10ms'; ${a}`);
      await other.query(`BEGIN; SET LOCAL deadlock_timeout = '10ms'; ${b}`);
      const results = await Promise.allSettled([owner.query(b!), other.query(a!)]);
      await owner.query('ROLLBACK');
      await other.query('ROLLBACK');
      await other.end();
      expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(1);
      expect(await countDeadlocks(owner)).toBe(1);
    });
  },
  'Citus ends a deadlock before PostgreSQL counts it',
);
