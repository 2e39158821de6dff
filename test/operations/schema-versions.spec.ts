import { setTimeout as sleep } from 'node:timers/promises';
import { makeNewerBuild, type NewerBuild } from '../support/newer-build.js';
import {
  endPrograms,
  type ProgramOptions,
  runProgram,
  startProgram,
  untilReady,
} from '../support/service-process.js';
import { createEmptyDatabase, type TestDatabase } from '../support/test-database.js';
import { inSession } from '../support/test-logins.js';
import { WalletClient } from '../support/wallet-client.js';

/** A version and a schema of another version: a clear refusal, or it works. */
let database: TestDatabase;
let newer: NewerBuild;
beforeEach(async () => {
  database = await createEmptyDatabase();
});
afterEach(async () => {
  await endPrograms();
  newer.remove();
  await database.drop();
});

const run = (program: ProgramOptions['program'], build?: string) =>
  runProgram({
    program,
    args: program === 'commands/client' ? ['list'] : [],
    env: { DATABASE_URL: database.url, MIGRATE_ON_START: 'false' },
    ...(build !== undefined && { build }),
  });

const commands = [
  'main',
  'commands/seed',
  'commands/verify',
  'commands/client',
  'commands/rebuild-balances',
] as const;

const rightsOnLater = () =>
  inSession(database.url, [
    `SELECT has_table_privilege('wallet_app', 'later', 'SELECT') AS later,
            has_table_privilege('wallet_app', 'clients', 'UPDATE') AS clients`,
  ]);

describe('an older version on a schema that still suits it', () => {
  beforeEach(async () => {
    newer = makeNewerBuild({ breaking: false });
    expect((await run('commands/migrate', newer.folder)).code).toBe(0);
  });

  it('serves and says so in its log', async () => {
    const service = await startProgram({
      env: { DATABASE_URL: database.url, SEED_DEMO: 'true', ALLOW_OWNER_LOGIN: 'true' },
    });
    await untilReady(service);
    const client = new WalletClient(service.url);
    expect((await client.post('/v1/wallets/alice/GOLD/spend', { amount: 5 })).status).toBe(201);
    client.close();
    // The log is buffered.
    const warning =
      /"level":40.*a newer version has migrated this database \(Later9000000000000\): this version works on it/;
    while (!warning.test(service.output())) await sleep(20);
    const audit = await run('commands/verify');
    expect(audit.output).toMatch(/^a newer version has migrated .*The ledger is consistent/s);
    expect(audit.code).toBe(0);
  });

  it('leaves the rights that the newer version granted', async () => {
    const granted = await rightsOnLater();
    expect(granted).toEqual([{ later: true, clients: true }]);
    const again = await run('commands/migrate');
    expect(again.output).toMatch(/^The schema is up to date\.\nA newer version has migrated this database/);
    expect(await rightsOnLater()).toEqual(granted);
  });
});

it('refuses a schema that older versions may not use, in every program', async () => {
  newer = makeNewerBuild({ breaking: true });
  expect((await run('commands/migrate', newer.folder)).code).toBe(0);
  for (const program of [...commands, 'commands/migrate'] as const) {
    const { code, output } = await run(program);
    expect([program, output]).toEqual([
      program,
      expect.stringMatching(
        /^wallet: a newer version has migrated this database, and only versions with the migration Later9000000000000 may use it; .*: start the newer version, or restore the backup that was made before the upgrade\n$/,
      ),
    ]);
    expect(code).toBe(1);
  }
  expect((await run('commands/verify', newer.folder)).code).toBe(0);
});

it('is no longer ready once a newer version has migrated the schema beyond it', async () => {
  newer = makeNewerBuild({ breaking: true });
  const service = await startProgram({ env: { DATABASE_URL: database.url } });
  await untilReady(service);
  expect((await run('commands/migrate', newer.folder)).code).toBe(0);
  const answer = await fetch(`${service.url}/health/ready`);
  expect([answer.status, await answer.json()]).toEqual([
    503,
    { status: 'not-ready', database: 'up', migrations: 'unsupported', draining: false },
  ]);
});

it('refuses an older schema in every program of a newer version, until it is migrated', async () => {
  newer = makeNewerBuild({ breaking: false });
  expect((await run('commands/migrate')).code).toBe(0);
  for (const program of commands) {
    expect(await run(program, newer.folder)).toEqual({
      code: 1,
      output:
        'wallet: 1 migration is pending: run `npm run migrate` first, with the login that owns the tables\n',
    });
  }
  expect((await run('commands/migrate', newer.folder)).code).toBe(0);
  expect((await run('commands/verify', newer.folder)).code).toBe(0);
});
