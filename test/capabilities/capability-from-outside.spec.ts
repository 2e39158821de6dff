import { randomUUID } from 'node:crypto';
import { Journal, type Outcome, Verification } from '@app/ledger';
import { Client } from 'pg';
import { capabilities } from '../../apps/wallet-api/src/process/capabilities.js';
import { type DatabaseClock, setUpClock } from '../support/database-clock.js';
import { keyOf, topup } from '../support/postings.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { startService, type TestService } from '../support/test-service.js';
import { claimStreak, createStreakTable, streaks } from './streak.js';

/** Two instances with a capability from outside, registered at run time without any other change. */
const midnight = Date.UTC(2040, 0, 2);

const withStreaks = [...capabilities, streaks];

let database: TestDatabase;
let clock: DatabaseClock;
let instances: [TestService, TestService];

beforeAll(async () => {
  database = await createTestDatabase();
  await createStreakTable(database.url);
  clock = await setUpClock(database);
  instances = [
    await startService({ database, capabilities: withStreaks }),
    await startService({ database, capabilities: withStreaks, journal: { lanes: 3 } }),
  ];
  const { client } = instances[0];
  const created = await client.send({
    method: 'POST',
    path: '/v1/assets',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code: 'GOLD', name: 'Gold' }),
  });
  expect(created.status).toBe(201);
});
afterAll(async () => {
  await instances[0].audit();
  for (const instance of instances) await instance.close();
  await clock.close();
  await database.drop();
});

const journalOf = (instance: TestService) => instance.app.get(Journal, { strict: false });

const claim = (instance: TestService, userId: string): Promise<Outcome> =>
  journalOf(instance).post(claimStreak({ userId }), keyOf());

const codeOf = (outcome: Outcome) => ('refusal' in outcome ? outcome.refusal.code : 'paid');

it('pays a user once a day, whatever the instance, the batch and the key', async () => {
  await clock.set(midnight - 1);
  for (let round = 0; round < 10; round++) {
    const userId = randomUUID();
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, index) => claim(instances[index % 2]!, userId)),
    );
    expect(outcomes.filter((outcome) => codeOf(outcome) === 'paid')).toHaveLength(1);
    expect(new Set(outcomes.map(codeOf))).toEqual(new Set(['paid', 'streak-claimed']));
  }
});

it('pays for the right day on both sides of midnight, on both instances', async () => {
  const userId = randomUUID();
  const outcomes: string[] = [];
  for (const time of [midnight - 1, midnight - 1, midnight, midnight, midnight - 1]) {
    await clock.set(time);
    for (const instance of instances) {
      const outcome = await claim(instance, userId);
      outcomes.push('transaction' in outcome ? String(outcome.transaction.description) : codeOf(outcome));
    }
  }
  const again = 'streak-claimed';
  // The last pair claims after the clock went back to a day that was already claimed.
  expect(outcomes).toEqual([
    'Streak of 2040-01-01',
    ...[again, again, again],
    'Streak of 2040-01-02',
    ...Array<string>(5).fill(again),
  ]);
  await clock.release();
});

it('serves its route and answers its refusal as a problem', async () => {
  const path = `/v1/wallets/${randomUUID()}/streak`;
  const { client } = instances[0];
  const { status, json } = await client.post(path, {});
  expect({ status, json }).toMatchObject({ status: 201, json: { type: 'streak', amount: 7, balance: 7 } });
  const refused = await client.post(path, {});
  expect(refused).toMatchObject({ status: 422, json: { code: 'streak-claimed' } });
});

it('replays outcomes, including refusals, to their keys', async () => {
  const userId = randomUUID();
  const [paid, refused] = [keyOf(), keyOf()];
  const journal = journalOf(instances[0]);
  for (const replayed of [false, true]) {
    expect(await journal.post(claimStreak({ userId }), paid)).toMatchObject({ replayed });
    expect(await journal.post(claimStreak({ userId }), refused)).toMatchObject({
      replayed,
      refusal: { code: 'streak-claimed' },
    });
  }
});

it('affects only its caller when its rule throws', async () => {
  const journal = journalOf(instances[0]);
  const [first, broken, second] = await Promise.allSettled([
    journal.post(topup('alice', 1), keyOf()),
    journal.post(claimStreak({ userId: 'alice', broken: true }), keyOf()),
    journal.post(topup('alice', 2), keyOf()),
  ]);
  expect([first.status, second.status]).toEqual(['fulfilled', 'fulfilled']);
  expect(broken).toMatchObject({ status: 'rejected', reason: { message: 'the streak is broken' } });
});

it('is audited: a claim without a transaction is found', async () => {
  const owner = new Client({ connectionString: database.url });
  await owner.connect();
  await owner.query(`SET session_replication_role = replica`);
  await owner.query(`UPDATE streak_claims SET day = '1999-12-31' WHERE day = '2040-01-02'`);
  const verification = instances[0].app.get(Verification, { strict: false });
  const { invariants } = await verification.verify();
  expect(invariants.filter(({ ok }) => !ok).map(({ name }) => name)).toEqual(['streaks-are-claimed-once']);
  await owner.query(`UPDATE streak_claims SET day = '2040-01-02' WHERE day = '1999-12-31'`);
  await owner.end();
});
