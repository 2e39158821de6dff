import { Client } from 'pg';
import { schemaOf } from '../faults/migrations/schema-of.js';
import { endPrograms, runProgram } from '../support/service-process.js';
import { createEmptyDatabase, type TestDatabase } from '../support/test-database.js';

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

/** The relevant remains of a pre-release: its recorded migrations, and one of our tables in an older form. */
async function createPreRelease(): Promise<void> {
  await owner.query(`
    CREATE TABLE schema_migrations (id serial PRIMARY KEY, timestamp bigint NOT NULL, name varchar NOT NULL);
    INSERT INTO schema_migrations (timestamp, name) VALUES
      (1763700000001, 'CreateLedgerTables1763700000001'),
      (1763700000008, 'CreateUsers1763700000008');
    GRANT SELECT ON schema_migrations TO wallet_app;
    CREATE TABLE users (shard smallint, id text, PRIMARY KEY (shard, id))`);
}

async function contents(): Promise<unknown> {
  const schema = await schemaOf(database.url);
  const { rows } = await owner.query(`
    SELECT (SELECT json_agg(name) FROM schema_migrations) AS seen, (SELECT json_agg(users) FROM users) AS users`);
  // Roles are cluster-wide.
  return { schema: schema.filter((line) => !line.startsWith('role ')), rows: rows as unknown };
}

const alice = `INSERT INTO users VALUES (0, 'alice')`;

it.each([
  ['an empty', 'commands/migrate', ''],
  ['a used', 'commands/migrate', alice],
  ['a used', 'main', alice],
  ['a used', 'commands/verify', alice],
  ['a used', 'commands/rebuild-balances', alice],
] as const)(
  'leaves %s database of an older pre-release unchanged, and rejects it in %s',
  async (_what, program, use) => {
    await createPreRelease();
    await owner.query(use);
    const before = await contents();
    const { code, output } = await runProgram({ program, env: { DATABASE_URL: database.url } });
    expect(output).toMatch(
      /this database is from an older pre-release and cannot be migrated: use a new database, or another DATA_DIR/,
    );
    expect(output).not.toMatch(/^\s+at /m);
    expect(code).toBe(1);
    expect(await contents()).toEqual(before);
  },
);
