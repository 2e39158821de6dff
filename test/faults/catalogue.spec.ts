import { Client } from 'pg';
import { killConnections } from '../support/kill-connections.js';
import { startService, type TestService } from '../support/test-service.js';
import type { Answer } from '../support/wallet-client.js';

let service: TestService;
let owner: Client;

beforeEach(async () => {
  service = await startService();
  owner = new Client({ connectionString: service.database.url });
  await owner.connect();
});
afterEach(async () => {
  await service.audit();
  await owner.end();
  await service.close();
});

it('rewards every user once, and charges every purchase once, while connections are killed', async () => {
  const users = Array.from({ length: 60 }, (_, index) => `user-${index}`);
  let [decided, kills] = [0, 0];
  let killing = Promise.resolve();
  const kill = async () => {
    kills += await killConnections(owner);
  };
  // Paced by commits, not by the clock: a slow machine must make progress as well.
  const killNowAndThen = () => (++decided % 10 === 0 ? (killing = killing.then(kill)) : killing);

  /** Retries with one key until the outcome is known. */
  const retryUntilDecided = async (path: string, body: object, key: string): Promise<Answer> => {
    for (;;) {
      const answer = await service.client.post(path, body, key);
      if (answer.status === 503) continue;
      await killNowAndThen();
      return answer;
    }
  };
  const live = async (userId: string) => {
    const path = `/v1/wallets/${userId}`;
    const rewards = await Promise.all(
      [1, 2, 3].map((number) =>
        retryUntilDecided(`${path}/tasks/tutorial/complete`, {}, `tutorial-${number}`),
      ),
    );
    const purchases = [];
    for (const key of ['potion-1', 'potion-2', 'potion-3']) {
      await retryUntilDecided(`${path}/SILVER/topup`, { amount: 15 }, `for-${key}`);
      purchases.push(await retryUntilDecided(`${path}/purchases`, { item: 'health-potion' }, key));
    }
    return { rewards, purchases };
  };
  const lives = await Promise.all(users.map(live));

  expect(kills).toBeGreaterThan(5);
  for (const { rewards, purchases } of lives) {
    expect(rewards.map(({ status }) => status).sort()).toEqual([201, 422, 422]);
    expect(purchases.map(({ json }) => json.amount as number)).toEqual([15, 15, 15]);
  }
  const { rows } = await owner.query(
    `SELECT type, count(*)::int FROM transactions WHERE client_id <> 'seed' GROUP BY type ORDER BY type`,
  );
  expect(rows).toEqual([
    { type: 'purchase', count: 180 },
    { type: 'reward', count: 60 },
    { type: 'topup', count: 180 },
  ]);
});
