import { migrate, type MigrateOptions } from '@app/database';
import { prepareDatabase } from '../../apps/wallet-api/src/process/database/prepare-database.js';
import { findMigrations } from '../../migrations/index.js';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { inSession, TestLogins } from '../support/test-logins.js';
import { startService } from '../support/test-service.js';

/** The login of the service owns nothing and has exactly the rights that the service needs. */
const { password } = TestLogins;
let database: TestDatabase;
let logins: TestLogins;
afterEach(() => logins.drop());

async function useDatabase(create: () => Promise<TestDatabase>): Promise<void> {
  database = await create();
  logins = new TestLogins(database);
}

/** Migrates and returns the output for the operator. */
async function notesOf(options: Partial<MigrateOptions> = {}): Promise<string[]> {
  const notes: string[] = [];
  await migrate({ url: database.url, log: (note) => notes.push(note), ...options });
  return notes;
}

/** The table privileges of the role of the service, from the catalogue of PostgreSQL. */
function rightsInDatabase(): Promise<unknown[]> {
  return inSession(database.url, [
    `SELECT relname, privilege_type, array_agg(attname ORDER BY attname) AS columns
     FROM (
       SELECT relname::text, privilege_type, NULL::text AS attname FROM pg_class, aclexplode(relacl)
       WHERE grantee = 'wallet_app'::regrole AND relnamespace = 'public'::regnamespace
       UNION ALL
       SELECT relname::text, privilege_type, attname::text
       FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid, aclexplode(attacl)
       WHERE grantee = 'wallet_app'::regrole AND relnamespace = 'public'::regnamespace
     ) AS granted
     GROUP BY 1, 2 ORDER BY 1, 2`,
  ]);
}

describe('in a migrated database', () => {
  beforeEach(() => useDatabase(createTestDatabase));

  it('runs the whole service, and gains nothing by leaving its role', async () => {
    const name = logins.name('service');
    await notesOf({ serviceLogin: { name, password } });
    const url = logins.url(name);
    const service = await startService({ database: { ...database, url } });
    try {
      const { client } = service;
      expect((await client.post('/v1/assets', { code: 'GOLD', name: 'Gold' })).status).toBe(201);
      for (const [path, body, status] of [
        ['/v1/wallets/alice/GOLD/topup', { amount: 5 }, 201],
        ['/v1/wallets/alice/GOLD/spend', { amount: 3 }, 201],
        ['/v1/wallets/alice/GOLD/spend', { amount: 3 }, 422],
        ['/v1/users/alice/freeze', { reason: 'a test' }, 200],
        ['/v1/auth/signup', { userId: 'zoe', password: 'correct horse battery staple' }, 201],
        ['/v1/auth/login', { userId: 'zoe', password: 'correct horse battery staple' }, 200],
      ] as const) {
        expect([path, (await client.post(path, body)).status]).toEqual([path, status]);
      }
      for (const path of ['/health/ready', '/v1/economy/GOLD/days', '/v1/ledger/verification']) {
        expect([path, (await client.get(path)).status]).toEqual([path, 200]);
      }
      await service.audit();
    } finally {
      await service.close();
    }
    for (const statement of [
      'SELECT FROM entries',
      'UPDATE accounts SET balance = 0',
      'ALTER TABLE entries DISABLE TRIGGER ALL',
      'CREATE TABLE another ()',
      'CREATE TEMPORARY TABLE entries ()',
    ]) {
      await expect(inSession(url, ['SET ROLE wallet_app', 'SET ROLE NONE', statement])).rejects.toThrow(
        /permission denied|must be owner/,
      );
    }
  });

  it('has exactly the listed rights, even after a restore without privileges', async () => {
    await notesOf();
    const { tableRights } = await findMigrations();
    const rights = await rightsInDatabase();
    const tables = [...new Set((rights as { relname: string }[]).map(({ relname }) => relname))];
    expect(tables).toEqual(Object.keys(tableRights).sort());

    // A role that lost its rights and has an extra one on one table.
    await inSession(database.url, [
      'REVOKE ALL ON ALL TABLES IN SCHEMA public FROM wallet_app',
      'GRANT DELETE ON entries TO wallet_app',
    ]);
    expect(await rightsInDatabase()).not.toEqual(rights);
    await notesOf();
    expect(await rightsInDatabase()).toEqual(rights);
  });

  it('gets a new password on migration if one is given, and keeps the old one otherwise', async () => {
    const name = logins.name('service');
    await notesOf({ serviceLogin: { name, password: 'the-first' } });
    await notesOf({ serviceLogin: { name, password: 'the-second' } });
    await notesOf({ serviceLogin: { name, password: undefined } });
    await expect(inSession(logins.url(name, 'the-first'), ['SELECT'])).rejects.toThrow(/password/);
    await inSession(logins.url(name, 'the-second'), ['SET ROLE wallet_app', 'SELECT FROM entries']);
  });

  it('cannot connect to the database of another wallet', async () => {
    const name = logins.name('service');
    await notesOf({ serviceLogin: { name, password } });
    const other = await createTestDatabase();
    try {
      const url = new URL(other.url);
      Object.assign(url, { username: name, password });
      await inSession(url.href, ['SET ROLE wallet_app', 'SELECT FROM entries']);
      const notes: string[] = [];
      await migrate({ url: other.url, log: (note) => notes.push(note) });
      expect(notes).toEqual([
        `CONNECT on the database ${other.name} was revoked from PUBLIC: from now on only logins with an explicit grant may connect.`,
      ]);
      await expect(inSession(url.href, ['SELECT'])).rejects.toThrow(/permission denied for database/);
      await inSession(logins.url(name), ['SELECT']);
    } finally {
      await other.drop();
    }
  });

  it('cannot be an owner of tables, a superuser or a role without login', async () => {
    const superuser = await logins.create('superuser', 'SUPERUSER');
    const group = await logins.create('group');
    const member = await logins.create('member');
    await inSession(database.url, [`ALTER ROLE ${group} NOLOGIN`, `GRANT postgres TO ${member}`]);
    for (const [name, message] of [
      [superuser, `${superuser} is a superuser: choose another login`],
      [member, `${member} owns the tables, or can become their owner: choose another login`],
      [group, `${group} is a role that cannot log in: choose another one`],
      [
        logins.name('ghost'),
        `there is no login ${logins.name('ghost')}: set SERVICE_DATABASE_PASSWORD to create it with that password`,
      ],
    ] as const) {
      await expect(notesOf({ serviceLogin: { name, password: undefined } })).rejects.toThrow(message);
    }
  });

  describe('as the login of the owner', () => {
    const prepare = (url: string, ownerLogin: 'allowed' | 'warned' | 'refused') =>
      prepareDatabase(opened(url), { migrateOnStart: false, shardCount: undefined, ownerLogin });

    it('is rejected, causes a warning, or is allowed', async () => {
      const advice =
        'give the service a login that owns nothing (npm run migrate -- --service-login NAME), or set ALLOW_OWNER_LOGIN=true';
      await expect(prepare(database.url, 'refused')).rejects.toThrow(
        `the login postgres of DATABASE_URL owns the database or its tables, and NODE_ENV is production: ${advice}`,
      );
      expect((await prepare(database.url, 'warned')).warnings).toEqual([
        `the login postgres of DATABASE_URL owns the database or its tables, so the restricted rights of the service do not apply to it: ${advice}`,
      ]);
      expect((await prepare(database.url, 'allowed')).warnings).toEqual([]);
    });

    it.each([
      ['owns the database', (login: string) => `ALTER DATABASE ${database.name} OWNER TO ${login}`],
      ['owns the schema', (login: string) => `ALTER SCHEMA public OWNER TO ${login}`],
      ['owns the tables', (login: string) => `ALTER TABLE ledger_settings OWNER TO ${login}`],
      ['can become their owner', (login: string) => `GRANT postgres TO ${login}`],
    ])('is rejected if it %s', async (_what, change) => {
      const name = await logins.create('service', 'IN ROLE wallet_app');
      expect((await prepare(logins.url(name), 'refused')).warnings).toEqual([]);
      await inSession(database.url, [change(name)]);
      await expect(prepare(logins.url(name), 'refused')).rejects.toThrow(
        `the login ${name} of DATABASE_URL owns`,
      );
      await inSession(database.url, [`REASSIGN OWNED BY ${name} TO postgres`]);
    });
  });
});

function opened(url: string, ownerUrl = url) {
  return {
    url,
    ownerUrl,
    ownerVariable: 'DATABASE_URL' as const,
    embedded: false,
    lost: new Promise<Error>(() => undefined),
    releaseSignals: () => undefined,
    close: () => Promise.resolve(),
  };
}

describe('in an empty database', () => {
  beforeEach(() => useDatabase(createEmptyDatabase));

  it('is set up by the owner if an administrator created the roles', async () => {
    const owner = await logins.create('owner');
    const name = logins.name('service');
    await inSession(database.url, [`ALTER DATABASE ${database.name} OWNER TO ${owner}`]);
    const url = logins.url(owner);
    const migrateAs = (given: string | undefined) =>
      migrate({ url, serviceLogin: { name, password: given } });

    await expect(migrateAs(password)).rejects.toThrow(
      `the login ${name} does not exist: let an administrator run: CREATE ROLE "${name}" LOGIN NOINHERIT PASSWORD '…'; GRANT wallet_app TO "${name}" (permission denied to create role)`,
    );
    await logins.create('service', 'NOINHERIT');
    await expect(migrateAs(undefined)).rejects.toThrow(
      `${name} may not take the role wallet_app: let an administrator run: GRANT wallet_app TO "${name}"`,
    );
    await expect(migrateAs('another')).rejects.toThrow(
      /^the password of .* cannot be set: unset SERVICE_DATABASE_PASSWORD/,
    );
    await inSession(database.url, [`GRANT wallet_app TO ${name}`]);
    expect((await migrateAs(undefined)).length).toBeGreaterThan(0);

    const { applied, warnings } = await prepareDatabase(opened(logins.url(name)), {
      migrateOnStart: true,
      shardCount: undefined,
      ownerLogin: 'refused',
    });
    expect({ applied, warnings }).toEqual({ applied: [], warnings: [] });
  });

  it('is reported by a login that does not own the database, until the owner restricts connections', async () => {
    const owner = await logins.create('owner', 'IN ROLE wallet_app');
    const service = await logins.create('service', 'IN ROLE wallet_app');
    await inSession(database.url, [`CREATE SCHEMA credits AUTHORIZATION ${owner}`]);
    const options = {
      url: `${logins.url(owner)}?schema=credits`,
      serviceLogin: { name: service, password: undefined },
    };
    const statements = `GRANT CONNECT ON DATABASE "${database.name}" TO "${owner}", "${service}"; REVOKE CONNECT, TEMPORARY ON DATABASE "${database.name}" FROM PUBLIC`;
    expect(await notesOf(options)).toEqual([
      `Warning: the login ${owner} does not own the database ${database.name}, and cannot keep the services of other wallets in this cluster out. Let postgres run: ${statements}`,
    ]);
    await inSession(database.url, statements.split('; '));
    expect(await notesOf(options)).toEqual([]);
  });

  describe('on a start', () => {
    const start = (url: string, ownerUrl = url) =>
      prepareDatabase(opened(url, ownerUrl), { migrateOnStart: true, shardCount: 4, ownerLogin: 'warned' });

    it('does not migrate, and exits with one sentence while migrations are pending', async () => {
      const name = await logins.create('service', 'IN ROLE wallet_app');
      await expect(start(logins.url(name))).rejects.toThrow(
        /^the database \w+ has no wallet in the schema public, and \d+ migrations are pending: run `npm run migrate` first, with the login that owns the database, or correct the database in DATABASE_URL$/,
      );
      expect(await inSession(database.url, [`SELECT FROM pg_tables WHERE schemaname = 'public'`])).toEqual(
        [],
      );
    });

    it('migrates with the login of MIGRATION_DATABASE_URL', async () => {
      const name = await logins.create('service', 'IN ROLE wallet_app');
      await inSession(database.url, [`GRANT CONNECT ON DATABASE ${database.name} TO ${name}`]);
      const { applied, warnings } = await start(logins.url(name), database.url);
      expect(applied.length).toBeGreaterThan(0);
      expect(warnings).toEqual([
        expect.stringMatching(/^CONNECT on the database .* was revoked from PUBLIC/),
      ]);
      expect((await start(logins.url(name), database.url)).applied).toEqual([]);
    });

    it('migrates with the login of a developer that owns the database, and warns', async () => {
      const developer = await logins.create('developer', 'IN ROLE wallet_app');
      await inSession(database.url, [`ALTER DATABASE ${database.name} OWNER TO ${developer}`]);
      const { applied, warnings } = await start(logins.url(developer));
      expect(applied.length).toBeGreaterThan(0);
      expect(warnings[0]).toMatch(/^the login \w+_developer of DATABASE_URL owns the database or its tables/);
    });
  });
});
