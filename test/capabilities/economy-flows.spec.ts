import { Journal } from '@app/ledger';
import { capabilities } from '../../apps/wallet-api/src/process/capabilities.js';
import { administer } from '../support/administer.js';
import { type DatabaseClock, setUpClock } from '../support/database-clock.js';
import { forge } from '../support/forge.js';
import { keyOf, topup } from '../support/postings.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { startService, type TestService } from '../support/test-service.js';
import { claimStreak, createStreakTable, streaks } from './streak.js';

/** A capability from outside registers a flow: claims of a streak, 7 GOLD each. */
const dayMs = 86_400_000;
const today = Date.UTC(2040, 0, 5);

let database: TestDatabase;
let clock: DatabaseClock;
let service: TestService;

beforeAll(async () => {
  database = await createTestDatabase();
  await createStreakTable(database.url);
  clock = await setUpClock(database);
  service = await startService({ database, capabilities: [...capabilities, streaks] });
  for (const code of ['GOLD', 'SILVER'])
    await administer(service.client, 'POST /v1/assets', { code, name: code });
  // On the first day before the last millisecond and in it, then in the first of the next.
  await clock.set(today - 3 * dayMs);
  await claim('alice', 'bob', 'carol');
  await post(topup('dora', 100));
  await clock.set(today - 2 * dayMs - 1);
  await claim('erin');
  await clock.set(today - 2 * dayMs);
  await claim('alice', 'erin');
  await clock.set(today + 12 * 3_600_000);
  await claim('alice');
});
afterAll(async () => {
  await service.audit();
  await service.close();
  await clock.close();
  await database.drop();
});

const post = (posting: ReturnType<typeof topup>) =>
  service.app.get(Journal, { strict: false }).post(posting, keyOf());

async function claim(...userIds: string[]): Promise<void> {
  for (const userId of userIds) {
    const outcome = await service.app.get(Journal, { strict: false }).post(claimStreak({ userId }), keyOf());
    expect(outcome).toMatchObject({ transaction: { type: 'streak' } });
  }
}

/** The flows of the capability on each of the last days. */
async function flowsOf(asset: string, days: number, of = service): Promise<unknown[][]> {
  const { status, json } = await of.client.get(`/v1/economy/${asset}/days?days=${days}`);
  expect(status).toBe(200);
  return (json as { days: { namedFlows: { name: string }[] }[] }).days.map(({ namedFlows }) =>
    namedFlows.filter(({ name }) => name.startsWith('streak')),
  );
}

/** The flow that the capability selects from its rows, and the one of what its transactions moved. */
const claims = (count: number) =>
  ['streaks', 'streak-credits'].map((name) => ({ name, issued: 7 * count, absorbed: 0, count }));

it('sums a registered flow by asset and day, and lists it where there is nothing', async () => {
  expect(await flowsOf('GOLD', 5)).toEqual([claims(0), claims(4), claims(2), claims(0), claims(1)]);
  expect(await flowsOf('SILVER', 2)).toEqual([claims(0), claims(0)]);
});

it('leaves the flows of the system accounts as they are', async () => {
  const { json } = await service.client.get('/v1/economy/GOLD/days?days=4');
  const [first] = (json as { days: { flows: { account: string }[] }[] }).days;
  const moved = { issued: 28, absorbed: 0, entries: 4 };
  expect(first!.flows.find(({ account }) => account === 'streaks')).toEqual({ account: 'streaks', ...moved });
});

it('is fresh today, and cached for days that have ended', async () => {
  await flowsOf('GOLD', 3);
  // Rewritten history shows which day is read again.
  await forge(database, `UPDATE streak_claims SET shard = shard + 100`);
  const days = await flowsOf('GOLD', 4);
  expect(days.slice(0, 3)).toEqual([claims(4), claims(2), claims(0)]);
  expect(days[3]![0]).toMatchObject({ name: 'streaks', count: 0 });
  await forge(database, `UPDATE streak_claims SET shard = shard - 100`);
  expect(await flowsOf('GOLD', 1)).toEqual([claims(1)]);
  await claim('bob');
  expect(await flowsOf('GOLD', 1)).toEqual([claims(2)]);
});

it('includes late commits for an hour after the end of a day', async () => {
  await clock.set(today + dayMs + 60_000);
  expect(await flowsOf('GOLD', 2)).toEqual([claims(2), claims(0)]);
  await clock.set(today + dayMs - 1);
  await claim('late');
  await clock.set(today + dayMs + 60_000);
  expect(await flowsOf('GOLD', 2)).toEqual([claims(3), claims(0)]);
});

it('lists no flow that is not registered', async () => {
  const plain = await startService({ database });
  try {
    expect(await flowsOf('GOLD', 1, plain)).toEqual([[]]);
  } finally {
    await plain.close();
  }
});
