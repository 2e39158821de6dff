import { type EmbeddedCluster, startEmbeddedCluster } from '@app/database';
import { createEmbeddedFolder, type EmbeddedFolder } from '../support/embedded-folder.js';
import {
  endPrograms,
  type ProgramOptions,
  runProgram,
  startProgram,
  untilReady,
} from '../support/service-process.js';
import { inSession } from '../support/test-logins.js';
import { WalletClient } from '../support/wallet-client.js';

/** The logins that an operator can set up, in a cluster without our roles. */
let folder: EmbeddedFolder;
beforeEach(async () => {
  folder = await createEmbeddedFolder();
});
afterEach(async () => {
  await endPrograms();
  await folder.remove();
});

async function answersTopUps(env: Record<string, string>): Promise<void> {
  const service = await startProgram({ env: { ...env, MIGRATE_ON_START: 'false' } });
  await untilReady(service);
  service.child.kill('SIGTERM');
  expect(await service.exit).toBe(0);
}

describe('on a PostgreSQL of the operator', () => {
  let cluster: EmbeddedCluster;
  let ownerUrl: string;
  const urlOf = (login: string) => {
    const url = new URL(cluster.url);
    Object.assign(url, { username: login, password: 'a-password', pathname: '/wallet' });
    return url.href;
  };
  beforeEach(async () => {
    cluster = await startEmbeddedCluster({ dataDir: folder.path, skipSync: true });
    await inSession(cluster.url, [
      `CREATE ROLE the_owner LOGIN CREATEROLE PASSWORD 'a-password'`,
      'CREATE DATABASE wallet OWNER the_owner',
    ]);
    ownerUrl = urlOf('the_owner');
  });
  afterEach(() => cluster.stop());

  const run = (program: ProgramOptions['program'], env: Record<string, string>, ...args: string[]) =>
    runProgram({ program, args, env: { NODE_ENV: 'production', ...env } });

  it('runs with the single login of a host, an owner that may create roles', async () => {
    const env = { DATABASE_URL: ownerUrl };
    expect(await run('commands/migrate', env)).toMatchObject({ code: 0 });
    expect(await run('main', env)).toEqual({
      code: 1,
      output:
        'wallet: the login the_owner of DATABASE_URL owns the database or its tables, and NODE_ENV is production: give the service a login that owns nothing (npm run migrate -- --service-login NAME), or set ALLOW_OWNER_LOGIN=true\n',
    });
    await answersTopUps({ ...env, NODE_ENV: 'production', ALLOW_OWNER_LOGIN: 'true' });
  });

  it('starts, migrates and warns with the login of a developer', async () => {
    const service = await startProgram({ env: { DATABASE_URL: ownerUrl } });
    await untilReady(service);
    expect(service.output()).toMatch(/^Applied \d+ migrations\.$/m);
    expect(service.output()).toContain('the login the_owner of DATABASE_URL owns the database');
  });

  it('runs with two logins, and writes as the owner on request', async () => {
    const env = { DATABASE_URL: urlOf('the_service'), MIGRATION_DATABASE_URL: ownerUrl };
    const args = ['--service-login', 'the_service'];
    expect(await run('commands/migrate', env, ...args)).toEqual({
      code: 1,
      output:
        'wallet: there is no login the_service: set SERVICE_DATABASE_PASSWORD to create it with that password\n',
    });
    const made = await run('commands/migrate', { ...env, SERVICE_DATABASE_PASSWORD: 'a-password' }, ...args);
    expect(made.output).toMatch(
      /^Applied .*\nThe login the_service is ready for the service\.\nCONNECT on the database/,
    );
    expect(made.code).toBe(0);
    await answersTopUps({ DATABASE_URL: env.DATABASE_URL, NODE_ENV: 'production' });

    expect((await run('commands/client', env, 'create', 'game', 'wallet:read')).code).toBe(0);
    expect((await run('commands/player', env, 'list')).code).toBe(0);
    expect((await run('commands/rebuild-balances', env)).code).toBe(0);
    expect((await run('commands/verify', env)).code).toBe(0);
    for (const program of ['client', 'player', 'rebuild-balances'] as const) {
      const list = program === 'rebuild-balances' ? [] : ['list'];
      expect(await run(`commands/${program}`, { DATABASE_URL: env.DATABASE_URL }, ...list)).toEqual({
        code: 1,
        output:
          'wallet: the login the_service does not own the tables: set MIGRATION_DATABASE_URL to the address with the login that does\n',
      });
    }
  });
});

it('uses two logins in the embedded database', async () => {
  const service = await startProgram({ env: { DATA_DIR: folder.path } });
  await untilReady(service);
  const client = new WalletClient(service.url);
  expect((await client.post('/v1/wallets/alice/GOLD/spend', { amount: 5 })).status).toBe(201);
  client.close();
  const owner = folder.databaseUrl();
  expect(
    await inSession(owner, [
      `SELECT DISTINCT usename AS login FROM pg_stat_activity WHERE application_name LIKE 'wallet-api%'`,
    ]),
  ).toEqual([{ login: 'wallet_service' }]);
  expect(
    await inSession(owner, [`SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname = 'public'`]),
  ).toEqual([{ tableowner: 'postgres' }]);
  const env = { DATA_DIR: folder.path };
  expect((await runProgram({ program: 'commands/client', args: ['list'], env })).code).toBe(0);
  expect((await runProgram({ program: 'commands/verify', env })).code).toBe(0);
});

it.each([[['--service-login']], [['--service-login', '']], [['--owner']], [['the_service']]])(
  'does not migrate with the arguments %j',
  async (args) => {
    expect(
      await runProgram({
        program: 'commands/migrate',
        args,
        env: { DATABASE_URL: 'postgres://127.0.0.1:1' },
      }),
    ).toEqual({
      code: 1,
      output:
        'wallet: npm run migrate takes only --service-login NAME, the login to create for the service\n',
    });
  },
);
