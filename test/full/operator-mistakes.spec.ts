import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { endPrograms, runProgram } from '../support/service-process.js';

/** A mistake of the operator ends the start with exit code 1 and a remedy, never with a stack trace. */
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterEach(endPrograms);
afterAll(() => database.drop());

async function expectRefusal(env: Record<string, string>, ...says: RegExp[]): Promise<void> {
  const { code, output } = await runProgram({ env });
  for (const words of says) expect(output).toMatch(words);
  expect(output).not.toMatch(/^\s+at /m);
  expect(code).toBe(1);
}

it.each([
  ['a port that is not a number', { PORT: 'http' }, /PORT must .*it is "http"/],
  ['a port out of range', { PORT: '65536' }, /PORT must be a whole number from 0 to 65535/],
  ['the address of another kind of database', { DATABASE_URL: 'mysql://db' }, /DATABASE_URL must begin with/],
  ['a boolean that is neither true nor false', { SEED_DEMO: 'perhaps' }, /SEED_DEMO must be true or false/],
  ['another environment', { WALLET_ENVIRONMENT: 'prod' }, /WALLET_ENVIRONMENT must be live or test/],
  ['no shards', { SHARD_COUNT: '0' }, /SHARD_COUNT must be a whole number from 1 to 1024/],
  [
    'a welcome grant without an amount',
    { WELCOME_GRANT: 'GOLD' },
    /WELCOME_GRANT must be .* such as GOLD:100/,
  ],
  ['a log level that does not exist', { LOG_LEVEL: 'loud' }, /LOG_LEVEL must be one of/],
  ['a short secret', { JWT_SECRET: 'hunter2' }, /JWT_SECRET must have 32 bytes or more, as random as/],
  ['keys over plain HTTP', { JWKS_URL: 'http://id.example/keys' }, /JWKS_URL must be an https:/],
  ['any page of any origin', { CORS_ORIGINS: '*' }, /CORS_ORIGINS must be a list of origins/],
  ['a proxy by its name', { TRUST_PROXY: 'proxy.internal' }, /TRUST_PROXY must be true, false, a number/],
  ['no limit for logins', { RATE_LIMIT_LOGIN: 'off' }, /RATE_LIMIT_LOGIN must be requests per seconds/],
])('rejects %s', async (_what, env, says) => {
  await expectRefusal(env, /wrong configuration/, says);
});

it('reports every invalid variable at once', async () => {
  await expectRefusal({ PORT: 'x', LOG_LEVEL: 'y' }, /PORT/, /LOG_LEVEL/);
});

it('rejects the demonstration in production, because its keys are public', async () => {
  const env = { NODE_ENV: 'production', SEED_DEMO: 'true', DATABASE_URL: database.url };
  await expectRefusal(
    env,
    /SEED_DEMO is true and NODE_ENV is production: .* publicly known API keys. Unset one/,
  );
});

it.each(['main', 'commands/migrate', 'commands/seed', 'commands/verify', 'commands/client'] as const)(
  'rejects production without DATABASE_URL in %s',
  async (program) => {
    for (const DATABASE_URL of [undefined, '', ' ']) {
      const env = {
        NODE_ENV: 'production',
        DATA_DIR: '/dev/null/never',
        ...(DATABASE_URL !== undefined && { DATABASE_URL }),
      };
      const { code, output } = await runProgram({
        program,
        args: program.endsWith('client') ? ['list'] : [],
        env,
      });
      expect(output).toMatch(
        /^wallet: .*DATABASE_URL (is not set and NODE_ENV is production|must begin with)/,
      );
      expect(code).toBe(1);
    }
  },
);

it.each([
  ['is a file', 'file', /is not a folder: set DATA_DIR/],
  ['is below a file', 'file/data', /is not a folder: set DATA_DIR/],
  ['has a name that is too long', 'x'.repeat(300), /set DATA_DIR to a shorter path/i],
])('explains that DATA_DIR %s', async (_what, name, says) => {
  const folder = await mkdtemp(join(tmpdir(), 'wallet-mistake-'));
  await writeFile(join(folder, 'file'), '');
  await expectRefusal({ DATA_DIR: join(folder, name) }, /^wallet: .*cannot use the data folder/, says);
  await rm(folder, { recursive: true });
});

it('blames HOST, not the database, for an unknown HOST', async () => {
  const { code, output } = await runProgram({
    // Otherwise it also warns about the login in DATABASE_URL.
    env: { DATABASE_URL: database.url, ALLOW_OWNER_LOGIN: 'true', HOST: 'no-such-host.invalid' },
  });
  expect(output).toMatch(/HOST .*no-such-host\.invalid/);
  expect(output).not.toMatch(/DATABASE_URL/);
  expect(code).toBe(1);
});

it('rejects an identity provider without an audience', async () => {
  const env = { JWKS_URL: 'https://id.example/keys', DATABASE_URL: database.url };
  await expectRefusal(env, /JWKS_URL needs JWT_ISSUER and JWT_AUDIENCE/);
  await expectRefusal({ ...env, JWT_SECRET: 's'.repeat(32) }, /JWKS_URL and JWT_SECRET are both set/);
});

it('reports an unreachable database', async () => {
  await expectRefusal(
    { DATABASE_URL: 'postgres://127.0.0.1:1/wallet' },
    /cannot be reached: check DATABASE_URL/,
  );
});

it('reports a wrong password without repeating it', async () => {
  const url = new URL(database.url);
  url.password = 'not-the-password';
  await expectRefusal({ DATABASE_URL: url.href }, /refuses the password/);
  expect((await runProgram({ env: { DATABASE_URL: url.href } })).output).not.toContain('not-the-password');
});

it('reports a missing database', async () => {
  await expectRefusal({ DATABASE_URL: `${database.url}_not` }, /does not exist: create it/);
});

it('reports a port in use', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  await expectRefusal({ DATABASE_URL: database.url, PORT: String(port) }, /port is taken/, /set PORT/);
  server.close();
});

it('reports a missing schema that it may not create', async () => {
  const empty = await createEmptyDatabase();
  await expectRefusal(
    { DATABASE_URL: empty.url, MIGRATE_ON_START: 'false' },
    /\d+ migrations are pending: run `npm run migrate` first/,
  );
  await empty.drop();
});

it('rejects a number of shards other than that of the database', async () => {
  await expectRefusal(
    { DATABASE_URL: database.url, SHARD_COUNT: '4' },
    /SHARD_COUNT is 4, but this database was initialised with 16 shards/,
  );
});
