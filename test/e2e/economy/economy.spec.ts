import { DataSource } from 'typeorm';
import { seedDemo } from '../../../seed/seed-demo.js';
import { type DatabaseClock, setUpClock } from '../../support/database-clock.js';
import { forge } from '../../support/forge.js';
import { createTestDatabase } from '../../support/test-database.js';
import { type ContractService, startContractService } from '../support/contract-service.js';
import { expectProblem } from '../support/problem-codes.js';
import { instant } from '../support/shapes.js';

/** A week of the game: the clock of the database starts six days ago, and the tests advance it. */
const today = Date.UTC(2026, 2, 10, 15, 30);
const dayMs = 86_400_000;

let service: ContractService;
let clock: DatabaseClock;

const goTo = (daysAgo: number) => clock.set(today - daysAgo * dayMs);

beforeAll(async () => {
  const database = await createTestDatabase();
  clock = await setUpClock(database);
  await goTo(6);
  service = await startContractService({ database });
  await seedDemo(service.app);
  await post('carol/GOLD/topup', 300);
  await goTo(5);
  await post('alice/GOLD/spend', 100);
  await post('bob/GOLD/bonus', 7);
  await goTo(2);
  await post('carol/GOLD/spend', 50);
  await post('carol/GOLD/topup', 20);
  await goTo(0);
  await post('dora/GOLD/bonus', 1);
});
afterAll(async () => {
  await service.audit();
  await service.close();
  await clock.close();
  await service.database.drop();
});

async function post(path: string, amount: number): Promise<void> {
  expect((await service.client.post(`/v1/wallets/${path}`, { amount })).status).toBe(201);
}

interface Day {
  day: string;
  supply: number;
  flows: { account: string; issued: number; absorbed: number; entries: number }[];
}

async function daysOf(asset: string, days: number): Promise<Day[]> {
  const { status, json } = await service.client.get(`/v1/economy/${asset}/days?days=${days}`);
  expect(status).toBe(200);
  return (json as { days: Day[] }).days;
}

/** The accounts that moved, each with its entries and the net amount it brought into circulation. */
function moved({ day, supply, flows }: Day) {
  const accounts = flows.filter(({ entries }) => entries > 0);
  return [
    day,
    supply,
    Object.fromEntries(
      accounts.map(({ account, issued, absorbed, entries }) => [account, [entries, issued - absorbed]]),
    ),
  ];
}

describe('the days of an asset', () => {
  it('show the sources and the uses of its credits, and the supply at the end', async () => {
    expect((await daysOf('GOLD', 7)).map(moved)).toEqual([
      ['2026-03-04', 1800, { treasury: [3, 1800] }],
      ['2026-03-05', 1707, { promotions: [1, 7], revenue: [1, -100] }],
      ['2026-03-06', 1707, {}],
      ['2026-03-07', 1707, {}],
      ['2026-03-08', 1677, { treasury: [1, 20], revenue: [1, -50] }],
      ['2026-03-09', 1677, {}],
      ['2026-03-10', 1678, { promotions: [1, 1] }],
    ]);
  });

  it('list every system account on every day', async () => {
    for (const { flows } of await daysOf('LOYALTY', 7)) {
      const accounts = ['treasury', 'promotions', 'revenue', 'exchange', 'adjustments'];
      expect(flows.map(({ account }) => account)).toEqual(accounts);
    }
  });

  it('separate the last millisecond of a day from the first of the next', async () => {
    const midnight = Math.floor(today / dayMs) * dayMs + dayMs;
    await clock.set(midnight - 1);
    await post('erin/DIAMOND/topup', 1);
    await clock.set(midnight);
    await post('erin/DIAMOND/topup', 2);
    const days = (await daysOf('DIAMOND', 2)).map(moved);
    expect(days).toEqual([
      ['2026-03-10', 11, { treasury: [1, 1] }],
      ['2026-03-11', 13, { treasury: [1, 2] }],
    ]);
    await goTo(0);
  });

  it('include today up to now', async () => {
    await post('bob/SILVER/spend', 5);
    expect((await daysOf('SILVER', 1)).map(moved)).toEqual([['2026-03-10', 745, { revenue: [1, -5] }]]);
    await post('bob/SILVER/spend', 6);
    expect((await daysOf('SILVER', 1)).map(moved)).toEqual([['2026-03-10', 739, { revenue: [2, -11] }]]);
  });

  it('are thirty by default and ninety at most', async () => {
    const { json } = await service.client.get('/v1/economy/GOLD/days');
    expect((json as { days: unknown[] }).days).toHaveLength(30);
    expect(await daysOf('GOLD', 90)).toHaveLength(90);
    for (const days of ['0', '91', '-1', 'x']) {
      expectProblem(await service.client.get(`/v1/economy/GOLD/days?days=${days}`), 'validation-failed', {
        errorCount: 1,
        errors: [{ pointer: '/days', detail: expect.any(String) as string }],
      });
    }
  });

  it('of the past are cached', async () => {
    await daysOf('LOYALTY', 4);
    // Rewritten history shows which day is read again: yesterday is cached, today is not.
    const rewrite = (change: number) =>
      forge(
        service.database,
        `UPDATE entries SET balance_after = balance_after + ${change} WHERE amount < 0;
         UPDATE accounts SET balance = balance + ${change} WHERE owner_kind = 'system' AND version > 0`,
      );
    const before = await daysOf('LOYALTY', 2);
    await rewrite(-1_000);
    const [yesterday, now] = await daysOf('LOYALTY', 2);
    await rewrite(1_000);
    expect(yesterday).toEqual(before[0]);
    expect(now?.supply).toBeGreaterThan(before[1]!.supply);
  });

  it('include late commits if they have just ended', async () => {
    const midnight = Math.floor(today / dayMs) * dayMs + dayMs;
    await clock.set(midnight + 60_000);
    const before = await daysOf('SILVER', 2);
    await clock.set(midnight - 1);
    await post('late/SILVER/topup', 17);
    await clock.set(midnight + 60_000);
    const after = await daysOf('SILVER', 2);
    expect(after.map(({ day, supply }) => [day, supply])).toEqual([
      ['2026-03-10', before[0]!.supply + 17],
      ['2026-03-11', before[1]!.supply + 17],
    ]);
    await goTo(0);
  });

  it('end by the clock of the database', async () => {
    expect((await daysOf('GOLD', 1)).map(({ day }) => day)).toEqual(['2026-03-10']);
    await post('dora/GOLD/bonus', 2);
    await clock.set(today + dayMs);
    const [yesterday] = await daysOf('GOLD', 2);
    expect(yesterday).toMatchObject({ day: '2026-03-10', supply: 1680 });
    await goTo(0);
  });
});

it('is fresh with every request', async () => {
  const supply = async () => {
    const { json } = await service.client.get('/v1/economy');
    return (json as { supply: { asset: string; supply: number }[] }).supply.find(
      ({ asset }) => asset === 'DIAMOND',
    )?.supply;
  };
  const before = await supply();
  await post('gina/DIAMOND/topup', 40);
  expect(await supply()).toBe(before! + 40);
  const holders = await service.client.get('/v1/economy/DIAMOND/holders?limit=1');
  await post('gina/DIAMOND/topup', 1);
  const again = await service.client.get('/v1/economy/DIAMOND/holders?limit=1');
  expect(holders.json).toMatchObject({ largest: [{ userId: 'gina', balance: 40 }] });
  expect(again.json).toMatchObject({ largest: [{ userId: 'gina', balance: 41 }] });
});

it('reports the supply of every asset that ever moved: the sum of the balances of users', async () => {
  const { json } = await service.client.get('/v1/economy');
  const { supply } = json as { supply: { asset: string; supply: number }[] };
  expect(supply.map(({ asset }) => asset)).toEqual(['DIAMOND', 'GOLD', 'LOYALTY', 'SILVER']);
  const rows = await service.app
    .get(DataSource)
    .query<{ asset: string; supply: number }[]>(
      `SELECT asset_code AS asset, sum(balance)::int AS supply FROM accounts WHERE owner_kind = 'user' GROUP BY 1 ORDER BY 1`,
    );
  expect(supply).toEqual(rows);
});

it('counts the transactions of each second of the last minute', async () => {
  const perSecond = async () => {
    const { json } = await service.client.get('/v1/economy');
    return (json as { perSecond: number[] }).perSecond;
  };
  await clock.set(today + dayMs + 500);
  await post('fred/LOYALTY/bonus', 1);
  await post('fred/LOYALTY/bonus', 1);
  await clock.set(today + dayMs + 2_000);
  await post('fred/LOYALTY/bonus', 1);
  await clock.set(today + dayMs + 5_000);
  const counts = await perSecond();
  expect(counts).toHaveLength(60);
  expect(counts.slice(-6)).toEqual([0, 2, 0, 1, 0, 0]);
  expect(counts.slice(0, -6).every((count) => count === 0)).toBe(true);
  await clock.set(today + dayMs + 62_000);
  expect((await perSecond()).slice(0, 1)).toEqual([1]);
});

describe('the largest holders', () => {
  it('are listed first, with the number of all holders', async () => {
    const { json } = await service.client.get('/v1/economy/GOLD/holders?limit=2');
    expect(json).toEqual({
      asset: 'GOLD',
      at: instant,
      count: 4,
      largest: [
        { userId: 'alice', balance: 900 },
        { userId: 'bob', balance: 507 },
      ],
    });
  });

  it('are an empty list for an asset without holders', async () => {
    await service.client.post('/v1/wallets/alice/LOYALTY/spend', { amount: 100 });
    await service.client.post('/v1/wallets/bob/LOYALTY/spend', { amount: 50 });
    const holders = await service.client.get('/v1/economy/LOYALTY/holders');
    expect(holders.json).toMatchObject({ largest: [{ userId: 'fred', balance: 3 }], count: 1 });
  });
});

it.each(['/v1/economy/COPPER/days', '/v1/economy/COPPER/holders'])(
  'answers 404 for the unknown asset of %s',
  async (path) => {
    expectProblem(await service.client.get(path), 'asset-not-found', { asset: 'COPPER' });
  },
);
