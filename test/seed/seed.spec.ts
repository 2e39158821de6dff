import { readFileSync } from 'node:fs';
import { Verification } from '@app/ledger';
import { Client } from 'pg';
import { withLedger } from '../../apps/wallet-api/src/process/ledger-context.js';
import { demoAssets, demoBalances, demoConversionRates, demoItems, demoTasks } from '../../seed/demo-data.js';
import { seedDemo } from '../../seed/seed-demo.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
let owner: Client;

beforeEach(async () => {
  database = await createTestDatabase();
  owner = new Client({ connectionString: database.url });
  await owner.connect();
});

afterEach(async () => {
  await owner.end();
  await database.drop();
});

const loadSql = () => owner.query(readFileSync('seed/seed.sql', 'utf8'));
const loadByProgram = () => withLedger(database.url, seedDemo);

function sortedBy<K extends string, T extends Record<K, string>>(key: K, rows: readonly T[]): T[] {
  return [...rows].sort((a, b) => (a[key] < b[key] ? -1 : 1));
}

/** What the record of changes has after seeding. */
function recordedSeed(): { subject: string }[] {
  const record = (kind: string, subject: string, after: object) => ({
    kind,
    subject,
    by: 'seed',
    before: null,
    after,
  });
  const anyAmount = { decimals: 0, minAmount: 1, maxAmount: Number.MAX_SAFE_INTEGER, retired: false };
  return [
    ...demoAssets.map(({ code, name }) => record('asset', code, { name, ...anyAmount })),
    ...demoItems.map(({ code, ...terms }) => record('item', code, { ...terms, retired: false })),
    ...demoTasks.map(({ code, ...terms }) => record('task', code, { ...terms, retired: false })),
    ...demoConversionRates.map(({ from, to, ...terms }) => record('conversion-rate', `${from}/${to}`, terms)),
  ];
}

/** `existing` was there before the seed. */
async function expectSeeded({ existing = [] }: { existing?: string[] } = {}): Promise<void> {
  const { rows: assets } = await owner.query<{ code: string; name: string }>(
    `SELECT code, name FROM assets ORDER BY code`,
  );
  expect(assets).toEqual(sortedBy('code', demoAssets));

  const catalogue = {
    items: `SELECT code, name, asset_code AS asset, price::int FROM items WHERE NOT retired ORDER BY code`,
    tasks: `SELECT code, name, asset_code AS asset, reward::int, completion_limit AS "limit",
                   completed_by AS "completedBy"
            FROM tasks WHERE NOT retired ORDER BY code`,
    rates: `SELECT from_asset AS "from", to_asset AS "to", from_amount::int AS "fromAmount", to_amount::int AS "toAmount"
            FROM conversion_rates ORDER BY from_asset`,
  };
  expect((await owner.query(catalogue.items)).rows).toEqual(sortedBy('code', demoItems));
  expect((await owner.query(catalogue.tasks)).rows).toEqual(sortedBy('code', demoTasks));
  expect((await owner.query(catalogue.rates)).rows).toEqual(sortedBy('from', demoConversionRates));

  const { rows } = await owner.query<{ owner: string; asset: string; balance: string }>(
    `SELECT owner_id AS owner, asset_code AS asset, balance FROM accounts WHERE owner_kind = 'user'`,
  );
  const balances: typeof demoBalances = {};
  for (const row of rows) balances[row.owner] = { ...balances[row.owner], [row.asset]: Number(row.balance) };
  expect(balances).toEqual(demoBalances);

  const { rows: transactions } = await owner.query<{ actor: string; count: string }>(
    `SELECT actor, count(*) FROM transactions GROUP BY actor`,
  );
  expect(transactions).toEqual([{ actor: 'house:seed', count: '7' }]);

  const { rows: system } = await owner.query<{ stripes: string }>(
    `SELECT count(*) AS stripes FROM accounts WHERE owner_kind = 'system' GROUP BY owner_id ORDER BY owner_id`,
  );
  expect(system).toEqual(Array.from({ length: 5 }, () => ({ stripes: String(16 * demoAssets.length) })));

  const { rows: changes } = await owner.query<{ subject: string }>(
    `SELECT kind, subject, changed_by AS by, before, after FROM changes ORDER BY number`,
  );
  expect(changes).toEqual(recordedSeed().filter(({ subject }) => !existing.includes(subject)));

  const report = await withLedger(database.url, (context) => context.get(Verification).verify());
  expect(report.invariants.filter(({ ok }) => !ok)).toEqual([]);
}

describe('seeding creates the demo balances, passes the audit, and changes nothing when repeated', () => {
  it('by the program', async () => {
    expect(await loadByProgram()).toBe(7);
    await expectSeeded();
    expect(await loadByProgram()).toBe(0);
    await expectSeeded();
  });

  it('by seed.sql', async () => {
    await loadSql();
    await expectSeeded();
    await loadSql();
    await expectSeeded();
  });

  it('by seed.sql and then the program', async () => {
    await loadSql();
    expect(await loadByProgram()).toBe(0);
    await expectSeeded();
  });

  it('by the program and then seed.sql', async () => {
    await loadByProgram();
    await loadSql();
    await expectSeeded();
  });

  it('by two simultaneous programs', async () => {
    const granted = await Promise.all([loadByProgram(), loadByProgram()]);
    expect(granted[0] + granted[1]).toBe(7);
    await expectSeeded();
  });
});

describe('a change or deletion after seeding is kept', () => {
  const changes = `
    DELETE FROM conversion_rates WHERE from_asset = 'SILVER';
    DELETE FROM items WHERE code = 'mystery-box';
    UPDATE items SET retired = true, price = 7 WHERE code = 'iron-sword';
    DELETE FROM tasks WHERE code = 'watch-ad';
    UPDATE tasks SET retired = true, completed_by = 'client' WHERE code = 'tutorial';
    UPDATE assets SET name = 'Doubloons', max_amount = 500, retired = true WHERE code = 'GOLD'`;
  const state = async () => {
    const tables = ['assets', 'items', 'tasks', 'conversion_rates'];
    return Promise.all(
      tables.map(async (table) => (await owner.query(`SELECT * FROM ${table} ORDER BY 1`)).rows),
    );
  };

  it.each([
    ['the program', loadByProgram, loadByProgram],
    ['the program, before seed.sql', loadByProgram, loadSql],
    ['seed.sql, before the program', loadSql, loadByProgram],
  ])('by %s', async (_how, seed, again) => {
    await seed();
    await owner.query(changes);
    const changed = await state();
    await again();
    if (again === loadByProgram) expect(await state()).toEqual(changed);
    else expect((await state())[3]).toEqual(changed[3]);
  });
});

it('fails while a seeded asset is retired, and succeeds once it is back in use', async () => {
  await owner.query(`INSERT INTO assets (code, name, retired) VALUES ('GOLD', 'Gold Coins', true)`);
  await expect(loadByProgram()).rejects.toThrow(/^seeding GOLD for (alice|bob) was refused: asset-retired$/);
  await owner.query(`UPDATE assets SET retired = false`);
  await loadByProgram();
  await expectSeeded({ existing: ['GOLD'] });
});

it.each([
  ['the program', loadByProgram],
  ['seed.sql', loadSql],
])(
  'adds no rates to those of an operator, which could together create credits, by %s',
  async (_how, seed) => {
    await owner.query(`INSERT INTO assets (code, name) VALUES ('GOLD', 'Gold'), ('SILVER', 'Silver')`);
    await owner.query(`INSERT INTO conversion_rates VALUES ('GOLD', 'SILVER', 1, 60)`);
    await seed();
    const { rows } = await owner.query(`SELECT from_asset, to_asset FROM conversion_rates`);
    expect(rows).toEqual([{ from_asset: 'GOLD', to_asset: 'SILVER' }]);
  },
);
