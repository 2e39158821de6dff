import { Client } from 'pg';
import { endPrograms, runProgram, startProgram, untilReady } from '../support/service-process.js';
import { createEmptyDatabase, type TestDatabase } from '../support/test-database.js';
import { WalletClient } from '../support/wallet-client.js';

/** The administrator chooses the schema; a database holds one wallet. */
let database: TestDatabase;
let owner: Client;
beforeEach(async () => {
  database = await createEmptyDatabase();
  owner = new Client({ connectionString: database.url });
  await owner.connect();
});
afterEach(async () => {
  await endPrograms();
  await owner.end();
  await database.drop();
});

const env = (schema?: string) => ({
  DATABASE_URL: database.url,
  SEED_DEMO: 'true',
  ...(schema !== undefined && { DATABASE_SCHEMA: schema }),
});

async function schemasWithTables(): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `SELECT DISTINCT schemaname AS name FROM pg_tables WHERE schemaname !~ '^(pg_|information_schema)'`,
  );
  return rows.map(({ name }) => name);
}

it('keeps everything in the schema of DATABASE_SCHEMA', async () => {
  const service = await startProgram({ env: env('credits') });
  await untilReady(service);
  const client = new WalletClient(service.url);
  for (const kind of ['topup', 'spend'])
    expect((await client.post(`/v1/wallets/alice/GOLD/${kind}`, { amount: 5 })).status).toBe(201);
  expect((await client.post('/v1/users/alice/freeze', { reason: 'a test' })).status).toBe(200);
  expect((await client.get('/v1/economy/GOLD/days')).status).toBe(200);
  client.close();
  expect(await schemasWithTables()).toEqual(['credits']);
  const audit = await runProgram({ program: 'commands/verify', env: env('credits') });
  expect(audit.output).toContain('The ledger is consistent');
});

it('uses an existing schema without the right to create one', async () => {
  const login = `${database.name}_login`;
  await owner.query(`CREATE ROLE ${login} LOGIN PASSWORD 'a-password' IN ROLE wallet_app`);
  await owner.query(`CREATE SCHEMA credits AUTHORIZATION ${login}`);
  const url = new URL(database.url);
  Object.assign(url, { username: login, password: 'a-password' });
  const migrated = await runProgram({
    program: 'commands/migrate',
    env: { DATABASE_URL: url.href, DATABASE_SCHEMA: 'credits' },
  });
  expect(migrated.output).toMatch(/^Applied /);
  expect(migrated.code).toBe(0);
  await owner.query(`DROP OWNED BY ${login} CASCADE`);
  await owner.query(`DROP ROLE ${login}`);
});

it.each([
  [undefined, 'public'],
  ['other', 'other'],
])('does not create a second wallet in the same database, in %s', async (schema, name) => {
  await runProgram({ program: 'commands/migrate', env: env('credits') });
  expect(await runProgram({ env: env(schema) })).toEqual({
    code: 1,
    output: `wallet: the wallet of this database is in the schema credits, not in ${name}: set DATABASE_SCHEMA to credits, or use another database\n`,
  });
  expect(await schemasWithTables()).toEqual(['credits']);
});

it('rejects a name that would need quotes', async () => {
  const { code, output } = await runProgram({ env: env('Credits') });
  expect(output).toMatch(/DATABASE_SCHEMA must be a name of a-z, 0-9 and _ .*\(it is "Credits"\)/);
  expect(code).toBe(1);
});
