import { migrate, postgresOptions } from '@app/database';
import { DataSource } from 'typeorm';
import { findMigrations } from '../../migrations/index.js';
import { endPrograms, runProgram, startProgram, untilReady } from '../support/service-process.js';
import { withClient } from '../support/server/with-client.js';
import { createEmptyDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
beforeEach(async () => {
  database = await createEmptyDatabase();
});
afterEach(async () => {
  await endPrograms();
  await database.drop();
});

type Environment = Record<string, string>;

const run = (
  program: Parameters<typeof runProgram>[0]['program'],
  env: Environment = {},
  args: string[] = [],
) => runProgram({ program, args, env: { DATABASE_URL: database.url, ...env } });

async function stored(): Promise<unknown> {
  const sql = 'SELECT environment FROM ledger_settings';
  const { rows } = await withClient(database.url, (owner) => owner.query<{ environment: string }>(sql));
  return rows.map(({ environment }) => environment);
}

/** Starts the service, which migrates an empty database, until it is ready. */
async function start(env: Environment): Promise<void> {
  const service = await startProgram({ env: { DATABASE_URL: database.url, LOG_LEVEL: 'silent', ...env } });
  await untilReady(service);
}

describe('a new database', () => {
  it.each<[string, Environment, string]>([
    ['live by default', {}, 'live'],
    ['a test database in the demonstration', { SEED_DEMO: 'true' }, 'test'],
    ['live without the demonstration', { SEED_DEMO: 'false' }, 'live'],
    ['what the operator sets', { WALLET_ENVIRONMENT: 'test' }, 'test'],
    [
      'what the operator sets, even for the demonstration',
      { SEED_DEMO: 'true', WALLET_ENVIRONMENT: 'live' },
      'live',
    ],
  ])('is %s', async (_what, env, environment) => {
    expect(await run('commands/migrate', env)).toMatchObject({ code: 0 });
    expect(await stored()).toEqual([environment]);
  });

  it('is a test database if the service starts as a demonstration', async () => {
    await start({ SEED_DEMO: 'true' });
    expect(await stored()).toEqual(['test']);
  });

  it('is live if the service starts otherwise', async () => {
    await start({});
    expect(await stored()).toEqual(['live']);
  });
});

describe('an initialised database', () => {
  it('decides for a service that sets nothing, and for its keys', async () => {
    await migrate({ url: database.url, environment: 'test' });
    await start({ SEED_DEMO: 'false' });
    const { output } = await run('commands/client', {}, ['create', 'game', 'wallet:read']);
    expect(output).toMatch(/^ {4}wk_test_[\w-]{43}$/m);
  });

  it('stays live under a demonstration that sets nothing', async () => {
    await migrate({ url: database.url });
    await start({ SEED_DEMO: 'true' });
    expect(await stored()).toEqual(['live']);
  });

  it.each<[Parameters<typeof run>[0], string[]]>([
    ['main', []],
    ['commands/seed', []],
    ['commands/verify', []],
    ['commands/rebuild-balances', []],
    ['commands/client', ['create', 'game', 'wallet:read']],
    ['commands/player', ['list']],
  ])('is refused under another environment by %s', async (program, args) => {
    await migrate({ url: database.url });
    expect(await run(program, { WALLET_ENVIRONMENT: 'test' }, args)).toEqual({
      code: 1,
      output:
        'wallet: WALLET_ENVIRONMENT is test, but this database is a live one, which cannot change: unset WALLET_ENVIRONMENT, or use another database\n',
    });
    expect(await stored()).toEqual(['live']);
  });

  it('accepts the environment that it has', async () => {
    await migrate({ url: database.url, environment: 'test' });
    await start({ WALLET_ENVIRONMENT: 'test' });
  });
});

describe('a database from before environments', () => {
  beforeEach(async () => {
    await migrate({ url: database.url });
  });

  it('becomes live', async () => {
    await revertToBefore();
    await migrate({ url: database.url });
    expect(await stored()).toEqual(['live']);
  });

  it('becomes a test database if it was seeded with the demonstration', async () => {
    await run('commands/seed');
    await revertToBefore();
    await migrate({ url: database.url });
    expect(await stored()).toEqual(['test']);
  });

  it('becomes what the operator sets', async () => {
    await revertToBefore();
    await migrate({ url: database.url, environment: 'test' });
    expect(await stored()).toEqual(['test']);
  });

  async function revertToBefore(): Promise<void> {
    const { classes } = await findMigrations();
    const first = classes.findIndex(({ name }) => name.startsWith('RecordEnvironment'));
    const options = postgresOptions({ url: database.url, poolSize: 1, as: 'owner', applicationName: 'test' });
    const owner = await new DataSource({ ...options, migrations: [...classes] }).initialize();
    for (let undone = first; undone < classes.length; undone++) await owner.undoLastMigration();
    await owner.destroy();
  }
});
