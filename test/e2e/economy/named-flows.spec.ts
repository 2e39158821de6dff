import { type DatabaseClock, setUpClock } from '../../support/database-clock.js';
import { createTestDatabase } from '../../support/test-database.js';
import { move, reinstate, reverse } from '../reversals/support.js';
import { type ContractService, startContractService } from '../support/contract-service.js';

/** Reversals, write-offs and forgiven debt on two days, which their system accounts show net or not at all. */
const noon = Date.UTC(2040, 0, 2, 12);
const dayMs = 86_400_000;

let service: ContractService;
let clock: DatabaseClock;
beforeAll(async () => {
  const database = await createTestDatabase();
  clock = await setUpClock(database);
  await clock.set(noon);
  service = await startContractService({ database });
  for (const code of ['GOLD', 'SILVER']) await service.client.post('/v1/assets', { code, name: code });
});
afterAll(async () => {
  await service.audit();
  await service.close();
  await clock.close();
  await service.database.drop();
});

const none = {
  reversals: { issued: 0, absorbed: 0, count: 0 },
  'write-offs': { issued: 0, absorbed: 0, count: 0 },
  'forgiven-debt': { issued: 0, absorbed: 0, count: 0 },
};

/** The flows of each of the last days by name, oldest first. */
async function flowsOf(asset: string, days: number): Promise<object[]> {
  const { json } = await service.client.get(`/v1/economy/${asset}/days?days=${days}`);
  return (json as { days: { namedFlows: { name: string }[] }[] }).days.map(({ namedFlows }) =>
    Object.fromEntries(namedFlows.map(({ name, ...figures }) => [name, figures])),
  );
}

it('are reported apart, by asset and day, gross', async () => {
  const { client } = service;
  expect(await flowsOf('GOLD', 1)).toEqual([none]);

  // A spend of 40 given back, and 60 of the top-up taken back.
  const topup = await move(client, 'alice', 'topup', 100);
  const spend = await move(client, 'alice', 'spend', 40);
  await reverse(client, 'alice', { transactionId: spend });
  await reverse(client, 'alice', { transactionId: topup, amount: 60 });
  // 30 of 50 taken back: the other 20 written off.
  const gift = await move(client, 'bob', 'topup', 50);
  await move(client, 'bob', 'spend', 20);
  const { json: mistake } = await reverse(client, 'bob', { transactionId: gift, cause: 'mistake' });
  expect(mistake).toMatchObject({ amount: 30, writtenOff: 20 });
  const reversals = { issued: 40, absorbed: 90, count: 3 };
  const first = { ...none, reversals, 'write-offs': { issued: 20, absorbed: 0, count: 1 } };
  expect(await flowsOf('GOLD', 1)).toEqual([first]);
  expect(await flowsOf('SILVER', 1)).toEqual([none]);

  await clock.set(noon + dayMs);
  // All of 50 owed: 10 repaid by a bonus, 15 forgiven. And bob's reversal undone.
  const paid = await move(client, 'carol', 'topup', 50);
  await move(client, 'carol', 'spend', 50);
  await reverse(client, 'carol', { transactionId: paid, cause: 'chargeback' });
  await move(client, 'carol', 'bonus', 10);
  const forgiven = { amount: 15, reason: 'a test' };
  expect((await client.post('/v1/wallets/carol/GOLD/owed/forgive', forgiven)).status).toBe(201);
  expect((await reinstate(client, 'bob', String(mistake.id))).status).toBe(201);
  expect(await flowsOf('GOLD', 2)).toEqual([
    first,
    {
      reversals: { issued: 30, absorbed: 10, count: 2 },
      'write-offs': { issued: 0, absorbed: 20, count: 1 },
      'forgiven-debt': { issued: 15, absorbed: 0, count: 1 },
    },
  ]);
});
