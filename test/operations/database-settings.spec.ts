import { ConnectionFitness, migrate, postgresOptions } from '@app/database';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { PreparingClient } from '../../libs/database/src/preparing-client.js';
import { seedDemo } from '../../seed/seed-demo.js';
import { killConnections } from '../support/kill-connections.js';
import { endPrograms, runProgram } from '../support/service-process.js';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { startService, type TestService } from '../support/test-service.js';

/** Settings of an administrator, a login or a URL cannot change those that the service relies on. */
let database: TestDatabase;
let owner: Client;
beforeEach(async () => {
  database = await createTestDatabase();
  owner = new Client({ connectionString: database.url });
  await owner.connect();
});
afterEach(async () => {
  await endPrograms();
  await owner.end();
  await database.drop();
});

const setForDatabase = (setting: string) => owner.query(`ALTER DATABASE ${database.name} SET ${setting}`);

const withOptions = (options: string) => `${database.url}?options=${encodeURIComponent(options)}`;

type Kind = Parameters<typeof postgresOptions>[0]['as'];

/** A setting as a new connection reports it. */
async function ask<T>(url: string, as: Kind, sql: string): Promise<T> {
  const dataSource = new DataSource(postgresOptions({ url, poolSize: 1, as, applicationName: 'test' }));
  await dataSource.initialize();
  try {
    const [row] = await dataSource.query<T[]>(sql);
    return row!;
  } finally {
    await dataSource.destroy();
  }
}

const setting = async (url: string, name: string, as: Kind = 'application') =>
  (await ask<{ value: string }>(url, as, `SELECT current_setting('${name}') AS value`)).value;

async function serving(work: (service: TestService) => Promise<void>): Promise<void> {
  const service = await startService({ database });
  try {
    await seedDemo(service.app);
    await work(service);
  } finally {
    await service.close();
  }
}

it('rejects spends from a frozen wallet even if the database formats dates in German', async () => {
  await setForDatabase(`DateStyle = 'German'`);
  await serving(async (service) => {
    const { client } = service;
    await client.post('/v1/users/alice/freeze', { reason: 'a test' });
    const spend = await client.post('/v1/wallets/alice/GOLD/spend', { amount: 1 });
    expect([spend.status, spend.json.code]).toEqual([422, 'wallet-frozen']);
    const { json } = await client.get('/v1/users/alice');
    expect(Date.parse(json.frozen.since as string)).not.toBeNaN();
    await service.audit();
  });
});

it.each([
  ['DateStyle', 'SQL, DMY', 'ISO, YMD'],
  ['IntervalStyle', 'iso_8601', 'postgres'],
  ['TimeZone', 'Pacific/Auckland', 'UTC'],
  ['client_encoding', 'LATIN1', 'UTF8'],
  ['bytea_output', 'escape', 'hex'],
  ['standard_conforming_strings', 'off', 'on'],
  ['default_transaction_isolation', 'serializable', 'read committed'],
  ['search_path', 'nowhere', 'public, pg_temp'],
  ['statement_timeout', '0', '10s'],
  ['lock_timeout', '0', '8s'],
  ['idle_in_transaction_session_timeout', '0', '10s'],
  ['enable_seqscan', 'on', 'off'],
  ['jit', 'on', 'off'],
  ['synchronous_commit', 'off', 'on'],
])('overrides the %s of the database, %s', async (name, theirs, ours) => {
  const value = name === 'search_path' ? theirs : `'${theirs}'`;
  await setForDatabase(`${name} = ${value}`);
  expect(await setting(database.url, name)).toBe(ours);
});

it('does not override synchronous_commit', async () => {
  await setForDatabase('synchronous_commit = remote_apply');
  expect(await setting(database.url, 'synchronous_commit')).toBe('remote_apply');
  expect(await setting(withOptions('-c synchronous_commit=off'), 'synchronous_commit')).toBe('off');
});

it('uses read-only connections for reports', async () => {
  expect(await setting(database.url, 'default_transaction_read_only', 'reports')).toBe('on');
  expect(await setting(database.url, 'default_transaction_read_only')).toBe('off');
});

describe('options in the address', () => {
  it('are added to those of the service', async () => {
    const url = withOptions('-c work_mem=8MB -c Statement_Timeout=3000');
    const shown = await ask(
      url,
      'application',
      `SELECT current_user AS role, current_setting('work_mem') AS memory,
              current_setting('statement_timeout') AS statement, current_setting('lock_timeout') AS lock`,
    );
    expect(shown).toEqual({ role: 'wallet_app', memory: '8MB', statement: '3s', lock: '8s' });
  });

  it('do not discard the number of shards', async () => {
    const empty = await createEmptyDatabase();
    const url = `${empty.url}?options=${encodeURIComponent('-c work_mem=8MB')}`;
    await migrate({ url, shardCount: 4 });
    expect(await ask(url, 'owner', 'SELECT shard_count FROM ledger_settings')).toEqual({ shard_count: 4 });
    await empty.drop();
  });

  it.each([
    ['role=postgres', 'role'],
    ['datestyle=German', 'DateStyle'],
    ['default_transaction_isolation=serializable', 'default_transaction_isolation'],
    ['session_replication_role=replica', 'session_replication_role'],
  ])('must not contain %s', async (option, name) => {
    expect(await runProgram({ env: { DATABASE_URL: withOptions(`-c ${option}`) } })).toEqual({
      code: 1,
      output: `wallet: options in DATABASE_URL set ${name}, which the service sets itself: remove it from the address\n`,
    });
  });

  it('must not remove a time limit', async () => {
    const { code, output } = await runProgram({ env: { DATABASE_URL: withOptions('-c lock_timeout=0') } });
    expect(output).toBe(
      'wallet: connection error: lock_timeout is 0, which means no limit: set another value in the options of DATABASE_URL, or remove it there\n',
    );
    expect(code).toBe(1);
  });
});

const noTriggers =
  'session_replication_role is "replica" on a new connection but must be "origin": remove it from ALTER ROLE … SET and ALTER DATABASE … SET, and if a pooler is in between, give DATABASE_URL the direct address of PostgreSQL';

it('does not start if triggers are disabled', async () => {
  await setForDatabase('session_replication_role = replica');
  expect(await runProgram({ env: { DATABASE_URL: database.url } })).toEqual({
    code: 1,
    output: `wallet: connection error: ${noTriggers}\n`,
  });
});

it('does not start with a login that may not assume the role', async () => {
  const login = `${database.name}_login`;
  await owner.query(`CREATE ROLE ${login} LOGIN PASSWORD 'a-password'`);
  const url = new URL(database.url);
  Object.assign(url, { username: login, password: 'a-password' });
  const { code, output } = await runProgram({ env: { DATABASE_URL: url.href, MIGRATE_ON_START: 'false' } });
  // PostgreSQL 15 has no options of memberships.
  expect(output.replace(' WITH SET TRUE', '')).toBe(
    `wallet: connection error: the login ${login} of DATABASE_URL may not take the role wallet_app: run \`npm run migrate -- --service-login ${login}\` with the login that owns the tables in MIGRATION_DATABASE_URL, or let an administrator run: GRANT wallet_app TO ${login}; permission denied to set role "wallet_app"\n`,
  );
  expect(code).toBe(1);
  await owner.query(`DROP ROLE ${login}`);
});

it('closes a later connection that lacks a setting, and is not ready until a valid one opens', async () => {
  await serving(async (service) => {
    const { app, client } = service;
    const ready = async () => (await client.get('/health/ready')).status;
    expect([await ready(), app.get(ConnectionFitness).good]).toEqual([200, true]);

    await setForDatabase('session_replication_role = replica');
    await killConnections(owner);
    expect((await client.get('/v1/wallets/alice/GOLD')).status).toBe(503);
    expect(await ready()).toBe(503);
    expect(app.get(ConnectionFitness).good).toBe(false);

    await owner.query(`ALTER DATABASE ${database.name} RESET session_replication_role`);
    while ((await ready()) !== 200);
    expect((await client.post('/v1/wallets/alice/GOLD/topup', { amount: 1 })).status).toBe(201);
    await service.audit();
  });
});

it('fails on an unreadable time instead of returning null', async () => {
  const client = new PreparingClient({ connectionString: database.url });
  await client.connect();
  await client.query(`SET DateStyle = 'German'`);
  await expect(client.query(`SELECT timestamptz '2026-01-31 12:00:00.5Z' AS at`)).rejects.toThrow(
    /an unreadable time: 31\.01\.2026/,
  );
  expect((await client.query('SELECT NULL::timestamptz AS at')).rows).toEqual([{ at: null }]);
  await client.end();
});
