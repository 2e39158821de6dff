import { startTwoInstances, type TwoInstances } from '../support/two-instances.js';

/** Reads are batched into shared statements. None may return a state older than its request. */
let instances: TwoInstances;
beforeAll(async () => {
  instances = await startTwoInstances();
});
afterAll(async () => {
  await instances.first.audit();
  await instances.stop();
  await instances.drop();
});

const callers = 48;
const times = 20;

it('shows every caller their latest write, on both instances', async () => {
  const seen = await Promise.all(
    Array.from({ length: callers }, async (_, caller) => {
      const path = `/v1/wallets/reader-${caller}/GOLD`;
      const stale: unknown[] = [];
      for (let time = 1; time <= times; time++) {
        await instances.inTurn(time).client.post(`${path}/topup`, { amount: caller + 1 });
        const { json } = await instances.inTurn(time + caller).client.get(path);
        const { balance, version } = json as { balance: number; version: number };
        if (balance !== time * (caller + 1) || version !== time)
          stale.push({ caller, time, balance, version });
      }
      return stale;
    }),
  );
  expect(seen.flat()).toEqual([]);
});

it('gives concurrent readers of a wallet the same balance, and those of a missing one 404', async () => {
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, index) =>
      instances.first.client.get(`/v1/wallets/${index % 2 === 0 ? 'reader-0' : `ghost-${index}`}/GOLD`),
    ),
  );
  answers.forEach(({ status, json }, index) => {
    if (index % 2 === 1) expect(status).toBe(404);
    else expect(json).toMatchObject({ userId: 'reader-0', balance: times, version: times });
  });
});
