import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedCluster, startEmbeddedCluster } from '@app/database';
import { databasesOn } from '../support/server/databases.js';
import { useExternalServer } from '../support/server/external-server.js';
import { prepareDatabases } from '../support/server/prepare-databases.js';
import { newDatabaseName, type TestServer, urlOf } from '../support/server/test-server.js';
import { freePort } from '../support/service-process.js';
import { inSession } from '../support/test-logins.js';

/** A server that TEST_DATABASE_URL names, with a wallet and databases whose names resemble those of the tests. */
let folder: string;
let cluster: EmbeddedCluster;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wallet-external-'));
  // Under root, PostgreSQL runs as another user, which needs access to this folder.
  await chmod(folder, 0o755);
  cluster = await startEmbeddedCluster({ dataDir: join(folder, 'cluster'), skipSync: true });
  await sql('CREATE ROLE wallet_prod_owner', `CREATE ROLE a_user LOGIN PASSWORD 'a-password'`);
  for (const name of ['wallet_prod', 'wallet_test', 'wallet_test_0123abcd', 'old_wallet_test_0123abcd_1']) {
    await sql(`CREATE DATABASE ${name}`);
  }
  await inSession(prod(), ['CREATE TABLE kept AS SELECT 42 AS answer']);
});

afterAll(async () => {
  await cluster.stop();
  await rm(folder, { recursive: true, force: true });
});

const sql = (...statements: string[]) => inSession(cluster.url, statements);
const prod = () => cluster.url.replace(/postgres$/, 'wallet_prod');

/** Everything that the databases of a server share, and the contents of the wallet. */
async function everything(): Promise<unknown> {
  const names = [
    'pg_database',
    'pg_roles',
    'pg_auth_members',
    'pg_db_role_setting',
    'pg_shdescription',
    'pg_tablespace',
  ];
  const shared = await Promise.all(
    names.map((name) =>
      sql(`SELECT to_jsonb(t) - 'datfrozenxid' - 'datminmxid' AS row FROM ${name} t ORDER BY 1`),
    ),
  );
  return { shared, prod: await inSession(prod(), ['TABLE kept']) };
}

/** Runs a program with this server. */
async function run(args: string[], url = cluster.url): Promise<{ code: number; output: string }> {
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env['PATH'], TEST_DATABASE_URL: url },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number];
  return { code, output };
}

const suite = ['node_modules/jest/bin/jest.js', '--maxWorkers=1', 'test/guards/keys-and-passwords'];
const faults = ['test/faults/main.mjs', '--quick', '--only', 'kill-postgres'];

/** What a test creates, and what a failed one does not drop. */
async function litter(server: TestServer): Promise<void> {
  const name = newDatabaseName(server);
  await databasesOn(server).createMigrated(name);
  await inSession(urlOf(server, name), [
    `CREATE ROLE ${name}_login LOGIN PASSWORD 'a-password' IN ROLE wallet_app`,
    `GRANT SELECT ON entries TO ${name}_login`,
  ]);
}

const namesWith = (prefix: string) =>
  sql(
    `SELECT datname FROM pg_database WHERE datname LIKE '${prefix}%' UNION ALL SELECT rolname FROM pg_roles WHERE rolname LIKE '${prefix}%'`,
  );

it('is as before after a run of the suite', async () => {
  const before = await everything();
  const { code, output } = await run(suite);
  expect(output).toMatch(/^24 passed, 0 failed/m);
  expect(code).toBe(0);
  expect(await everything()).toEqual(before);
});

it('is as before after fault campaigns, and those that would kill it are skipped by name', async () => {
  const before = await everything();
  const { code, output } = await run(faults);
  expect(output).toMatch(/^kill-postgres: skipped \(needs the server's process\)$/m);
  expect(code).toBe(0);
  expect(await everything()).toEqual(before);
});

it('keeps nothing of a failed test', async () => {
  const before = await everything();
  const server = await useExternalServer(cluster.url);
  await prepareDatabases(server);
  await litter(server);
  await server.close();
  expect(await everything()).toEqual(before);
});

it('cleans up after a killed run at the next run, and leaves a run in progress alone', async () => {
  const before = await everything();
  const killed = await useExternalServer(cluster.url);
  const inProgress = await useExternalServer(cluster.url);
  for (const server of [killed, inProgress]) {
    await prepareDatabases(server);
    await litter(server);
  }
  await sql(
    `SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE application_name = '${killed.prefix}'`,
  );
  expect(await namesWith(killed.prefix)).toHaveLength(3);

  const next = await useExternalServer(cluster.url);
  expect(await namesWith(killed.prefix)).toEqual([]);
  expect(await namesWith(inProgress.prefix)).toHaveLength(3);
  await next.close();
  await inProgress.close();
  expect(await everything()).toEqual(before);
});

it('keeps the role of the service that a wallet there uses', async () => {
  await sql('CREATE ROLE wallet_app NOLOGIN');
  const before = await everything();
  await (await useExternalServer(cluster.url)).close();
  expect(await everything()).toEqual(before);
  await sql('DROP ROLE wallet_app');
});

it('keeps the role of the service if a wallet was installed during the run', async () => {
  const server = await useExternalServer(cluster.url);
  await inSession(prod(), ['GRANT SELECT ON kept TO wallet_app']);
  await server.close();
  expect(await sql(`SELECT rolname FROM pg_roles WHERE rolname = 'wallet_app'`)).toHaveLength(1);
  await inSession(prod(), ['REVOKE SELECT ON kept FROM wallet_app']);
  await sql('DROP ROLE wallet_app');
});

describe('is refused in one sentence', () => {
  const change = (change: Partial<URL>) => Object.assign(new URL(cluster.url), change).href;

  it.each<[string, () => Promise<string> | string, RegExp]>([
    ['without /postgres', () => prod(), /it must be postgres:\/\/<superuser>/],
    [
      'if it is unreachable',
      async () => change({ port: String(await freePort()) }),
      /postgres cannot connect to 127\.0\.0\.1:\d+ \(connect ECONNREFUSED/,
    ],
    [
      'with a wrong password',
      () => change({ password: 'wrong' }),
      /postgres cannot connect to .* \(password authentication failed/,
    ],
    [
      'for a login that is not a superuser',
      () => change({ username: 'a_user', password: 'a-password' }),
      /the login a_user must be a superuser/,
    ],
  ])('%s', async (_case, url, reason) => {
    const before = await everything();
    await expect(useExternalServer(await url())).rejects.toThrow(reason);
    expect(await everything()).toEqual(before);
  });

  it.each([
    ['suite', suite],
    ['campaigns', faults],
  ])('by the %s, with a non-zero exit code', async (_name, args) => {
    const { code, output } = await run(args, change({ username: 'a_user', password: 'a-password' }));
    expect(output.split('\n').filter((line) => !line.startsWith('fault campaigns: '))).toEqual([
      'TEST_DATABASE_URL cannot be used: the login a_user must be a superuser',
      '',
    ]);
    expect(code).toBe(1);
  });
});
