import { isUserId } from '@app/users';
import fc from 'fast-check';
import { Client } from 'pg';
import { namePattern } from '../../apps/wallet-api/src/request/validation/name.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

/** The rules for ids and names in the program and the CHECKs in the database must agree on every string. */
let database: TestDatabase;
let client: Client;

beforeAll(async () => {
  database = await createTestDatabase();
  client = new Client({ connectionString: database.url });
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await database.drop();
});

/** Whether the database accepts a row; rolls back. */
async function takes(insert: string, value: string): Promise<boolean> {
  await client.query('BEGIN');
  // Only the CHECKs: a trigger accepts a password only with a registration. Citus sends the setting to its nodes.
  await client.query(`SET LOCAL citus.propagate_set_commands = 'local'`);
  await client.query('SET LOCAL session_replication_role = replica');
  try {
    await client.query(insert, [value]);
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === '23514') return false;
    throw error;
  } finally {
    await client.query('ROLLBACK');
  }
}

const candidate = fc.oneof(
  fc.constantFrom(
    '.',
    '..',
    '...',
    '.'.repeat(64),
    '.'.repeat(63) + 'a',
    'x'.repeat(65),
    '',
    'a\n',
    '\n',
    'ä',
  ),
  fc.string({
    unit: fc.constantFrom('.', 'a', 'Z', '9', '|', '+', '~', '!', '-', '@', ':', '_'),
    maxLength: 66,
  }),
  fc.string({ unit: fc.constantFrom('.', 'a', ' ', '%', '/', '\\', '*', '$', '^', '\n'), maxLength: 4 }),
);

it.each([
  [
    'users',
    `INSERT INTO users (shard, id, registration, metadata, created_at, place) VALUES (0, $1, gen_random_uuid(), '{}', now(), 1)`,
  ],
  [
    'players',
    `INSERT INTO players (shard, user_id, password_hash)
     VALUES (0, $1, '$scrypt$ln=1,r=1,p=1$' || repeat('A', 22) || '$' || repeat('A', 43))`,
  ],
  [
    'accounts',
    `INSERT INTO accounts (shard, id, owner_kind, owner_id, asset_code, head_hash, created_at, updated_at)
     VALUES (0, gen_random_uuid(), 'user', $1, 'GOLD', sha256(''), now(), now())`,
  ],
])('accept the same ids in %s as the program', async (_table, insert) => {
  await client.query(`INSERT INTO assets (code, name) VALUES ('GOLD', 'Gold') ON CONFLICT DO NOTHING`);
  let taken = 0;
  await fc.assert(
    fc.asyncProperty(candidate, async (value) => {
      const valid = isUserId(value);
      expect(await takes(insert, value)).toBe(valid);
      if (valid) taken++;
    }),
    { numRuns: 150 },
  );
  expect(taken).toBeGreaterThan(10);
});

/** Every code point that PostgreSQL can store, up to the last assigned ones. */
const codePoints = Array.from({ length: 0x2_0000 }, (_, point) => point + 1)
  .concat(Array.from({ length: 0x1100 }, (_, index) => 0xe_0000 + index))
  .filter((point) => point < 0xd800 || point > 0xdfff);

it.each([
  ['alone', (char: string) => char],
  ['among letters', (char: string) => `a${char}b`],
  ['after blanks', (char: string) => ` \u200d${char}`],
])('agrees with the program on names with any character %s', async (_where, around) => {
  const names = codePoints.map((point) => around(String.fromCodePoint(point)));
  const { rows } = await client.query<{ names: string[] }>(
    `SELECT coalesce(array_agg(name), '{}') AS names FROM unnest($1::text[]) AS name WHERE NOT is_name(name)`,
    [names],
  );
  const refused = new Set(rows[0]!.names);
  expect(names.filter((name) => refused.has(name) === namePattern.test(name))).toEqual([]);
  expect(refused.size).toBeGreaterThan(70);
});

it('treats exactly the invisible characters of Unicode as blank', () => {
  const unseen = /^[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cc}\u2800]$/u;
  const chars = codePoints.map((point) => String.fromCodePoint(point));
  expect(chars.filter((char) => unseen.test(char) === namePattern.test(char))).toEqual([]);
});

it.each([
  ['assets', `INSERT INTO assets (code, name) VALUES ('TOPAZ', $1)`],
  ['items', `INSERT INTO items (code, name, asset_code, price) VALUES ('topaz', $1, 'GOLD', 1)`],
  [
    'tasks',
    `INSERT INTO tasks (code, name, asset_code, reward, completion_limit) VALUES ('topaz', $1, 'GOLD', 1, 'once')`,
  ],
])('rejects unreadable names in %s', async (_table, insert) => {
  await client.query(`INSERT INTO assets (code, name) VALUES ('GOLD', 'Gold') ON CONFLICT DO NOTHING`);
  for (const name of ['Topaz', 'Żółw 🗡', '👩‍🚀', 'نام‌ها'])
    expect([name, await takes(insert, name)]).toEqual([name, true]);
  for (const name of [
    '',
    ' ',
    '\u200b',
    '\u3000\u2800',
    'a\nb',
    'a\u202eb',
    '\u2066a',
    'a\u200f',
    'x'.repeat(129),
  ]) {
    expect([name, await takes(insert, name)]).toEqual([name, false]);
  }
});
