import { UserRegistration } from '@app/users';
import { administer } from '../support/administer.js';
import { countDeadlocks } from '../support/deadlocks.js';
import { startTwoInstances, type TwoInstances } from '../support/two-instances.js';

/** Accounts and keys that a batch releases while another instance waits for them. */
let instances: TwoInstances;
beforeAll(async () => {
  instances = await startTwoInstances();
  const asset = { code: 'RARE', name: 'Rare', maxAmount: 10 };
  await administer(instances.first.client, 'POST /v1/assets', asset);
});
afterEach(() => instances.first.audit());
afterAll(async () => {
  await instances.stop();
  expect(await countDeadlocks(instances.owner)).toBe(0);
  await instances.drop();
});

const users = (name: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${name}-${index}`);

it('accepts the first credit of a user while another instance refuses one', async () => {
  const all = users('credited', 150);
  const answers = await Promise.all(
    all.flatMap((userId, index) => {
      const path = `/v1/wallets/${userId}/RARE/topup`;
      return [
        instances.inTurn(index).client.post(path, { amount: 11 }),
        instances.inTurn(index + 1).client.post(path, { amount: 10 }),
        instances.inTurn(index).client.post(path.replace('topup', 'bonus'), { amount: 5 }),
      ];
    }),
  );
  expect(answers.map(({ status }) => status)).toEqual(all.flatMap(() => [422, 201, 201]));
  const { rows } = await instances.owner.query(
    `SELECT owner_id FROM accounts WHERE owner_id LIKE 'credited-%' AND balance = 15 AND version = 2`,
  );
  expect(rows).toHaveLength(all.length);
});

it('accepts a sign-up with an id whose first credit is refused simultaneously', async () => {
  const all = users('signed-up', 100);
  const registered = await Promise.all(
    all.map(async (userId, index) => {
      const registration = instances.inTurn(index).app.get(UserRegistration, { strict: false });
      const credit = (other: number) =>
        instances.inTurn(index + other).client.post(`/v1/wallets/${userId}/RARE/bonus`, { amount: 11 });
      const [isNew, ...refused] = await Promise.all([
        registration.registerNew({ userId, metadata: {} }),
        credit(0),
        credit(1),
      ]);
      expect(refused.map(({ status }) => status)).toEqual([422, 422]);
      return isNew;
    }),
  );
  expect(registered.filter((isNew) => isNew)).toHaveLength(all.length);
});

it('decides a key once if the cause of its refusal disappears meanwhile', async () => {
  const all = users('late', 40);
  const ask = (userId: string, index: number) =>
    instances.inTurn(index).client.post(`/v1/wallets/${userId}/LATE/topup`, { amount: 7 }, 'payment');
  const early = await Promise.all(all.map(ask));
  expect(early.map(({ status }) => status)).toEqual(all.map(() => 404));

  const retries = all.map(async (userId, index) => {
    let answers;
    do {
      answers = await Promise.all([ask(userId, index), ask(userId, index + 1)]);
    } while (!answers.some(({ status }) => status === 201));
  });
  await administer(instances.first.client, 'POST /v1/assets', { code: 'LATE', name: 'Late' });
  await Promise.all(retries);
  const { rows } = await instances.owner.query(
    `SELECT user_id FROM transactions WHERE user_id LIKE 'late-%'`,
  );
  expect(rows).toHaveLength(all.length);
});
