import { migrate } from '@app/database';
import { Client } from 'pg';
import { findMigrations } from '../../migrations/index.js';
import { schemaOf } from '../faults/migrations/schema-of.js';
import { createEmptyDatabase, type TestDatabase } from '../support/test-database.js';
import { endPrograms, runProgram } from '../support/service-process.js';

let database: TestDatabase;
let env: Record<string, string>;

beforeEach(async () => {
  database = await createEmptyDatabase();
  env = { DATABASE_URL: database.url };
});

afterEach(async () => {
  await endPrograms();
  await database.drop();
});

async function query(sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(sql);
  await client.end();
  return rows;
}

it('migrates once, then reports that there is nothing to do', async () => {
  const first = await runProgram({ program: 'commands/migrate', env });
  expect(first).toMatchObject({
    code: 0,
    output: expect.stringMatching(/^Applied CreateFoundations/) as string,
  });
  const second = await runProgram({ program: 'commands/migrate', env });
  expect(second).toEqual({ code: 0, output: 'The schema is up to date.\n' });
});

it('lets one of two simultaneous migrators do the work', async () => {
  const done = await Promise.all([migrate({ url: database.url }), migrate({ url: database.url })]);
  const { classes } = await findMigrations();
  const names = classes.map(({ name }) => name);
  expect(done.sort((a, b) => a.length - b.length)).toEqual([[], names]);
});

it('divides a new database into the configured number of shards', async () => {
  await runProgram({ program: 'commands/migrate', env: { ...env, SHARD_COUNT: '3' } });
  expect(await query('SELECT shard_count FROM ledger_settings')).toEqual([{ shard_count: 3 }]);
  const { code } = await runProgram({ program: 'commands/seed', env });
  expect(code).toBe(0);
  expect(await runProgram({ program: 'commands/verify', env })).toMatchObject({ code: 0 });
});

it('reverts every migration completely, and recreates the same schema', async () => {
  const schema = async () =>
    // Migrations grant neither roles nor the use of the schema.
    (await schemaOf(database.url)).filter((line) => !/^(role|schema) /.test(line));
  const { classes } = await findMigrations();
  const empty = await schema();
  await migrate({ url: database.url });
  const made = await schema();
  const { DataSource } = await import('typeorm');
  const { postgresOptions } = await import('@app/database');
  const dataSource = await new DataSource({
    ...postgresOptions({ url: database.url, poolSize: 1, as: 'owner', applicationName: 'test' }),
    migrations: [...classes],
  }).initialize();
  for (let undone = 0; undone < classes.length; undone++) await dataSource.undoLastMigration();
  await dataSource.destroy();
  await query(`DROP TABLE schema_migrations`);
  expect(await schema()).toEqual(empty);
  expect(await migrate({ url: database.url })).toHaveLength(classes.length);
  expect(await schema()).toEqual(made);
});

it('seeds through the ledger, once', async () => {
  expect(await runProgram({ program: 'commands/seed', env })).toEqual({
    code: 0,
    output: 'Seeded 7 initial balances.\n',
  });
  expect((await runProgram({ program: 'commands/seed', env })).output).toMatch(/nothing changed/);
});

it('verifies a consistent ledger with exit code 0, and a broken one with 2 and examples', async () => {
  await runProgram({ program: 'commands/seed', env });
  const healthy = await runProgram({ program: 'commands/verify', env });
  expect(healthy).toMatchObject({
    code: 0,
    output: expect.stringMatching(/The ledger is consistent/) as string,
  });

  await query(`
    SET session_replication_role = replica;
    UPDATE accounts SET balance = balance + 1 WHERE owner_id = 'bob' AND asset_code = 'GOLD'`);
  const forged = await runProgram({ program: 'commands/verify', env });
  expect(forged.code).toBe(2);
  expect(forged.output).toMatch(
    /FAIL {2}balances-equal-entries +\d+ checked, 1 violations\n {8}[0-9a-f-]{36}/,
  );
});
