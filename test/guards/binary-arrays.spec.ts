import fc from 'fast-check';
import { PreparingClient } from '../../libs/database/src/preparing-client.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

/** Values sent in binary form must arrive unchanged. */
let database: TestDatabase;
let client: PreparingClient;

beforeAll(async () => {
  database = await createTestDatabase();
  client = new PreparingClient({ connectionString: database.url });
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await database.drop();
});

const text = fc.string({ unit: 'grapheme', maxLength: 40 }).filter((value) => !value.includes('\0'));
const instant = fc.date({
  min: new Date('0001-01-01'),
  max: new Date('9999-01-01'),
  noInvalidDate: true,
});
const bytes = fc.uint8Array({ maxLength: 40 }).map((content) => Buffer.from(content));
const number = fc.maxSafeInteger();

const instantText = '(extract(epoch FROM v) * 1000)::bigint::text';

/** For each type, the values sent and their text in PostgreSQL. */
const columns: [
  type: string,
  values: fc.Arbitrary<unknown>,
  expression: string,
  told: (v: never) => string,
][] = [
  ['smallint', fc.integer({ min: -32_768, max: 32_767 }), 'v::text', String],
  ['bigint', number, 'v::text', String],
  ['bigint', number.map(String), 'v::text', String],
  ['numeric', fc.oneof(number.map(BigInt), fc.bigInt(-(10n ** 37n), 10n ** 37n)), 'v::text', String],
  ['text', text, 'v', String],
  ['jsonb', fc.jsonValue({ stringUnit: 'grapheme' }).map(json), `v::text`, String],
  ['bytea', bytes, `encode(v, 'hex')`, (value: Buffer) => value.toString('hex')],
  ['uuid', fc.uuid(), 'v::text', String],
  ['timestamptz', instant, instantText, (value: Date) => String(value.getTime())],
  [
    'timestamptz',
    instant.map((date) => date.toISOString()),
    instantText,
    (v: string) => String(Date.parse(v)),
  ],
];

/** PostgreSQL stores no NUL and reorders members; a single member suffices to compare the text. */
function json(value: unknown): string {
  return JSON.stringify([JSON.stringify(value).replaceAll(String.raw`\u0000`, '')]);
}

it.each(columns)('sends arrays of %s unchanged (%#)', async (type, values, expression, told) => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.option(values, { freq: 5 }), { maxLength: 20 }), async (given) => {
      for (const parameter of [`$1::${type}[]`, `CAST($1 AS ${type}[])`]) {
        const answer: unknown = await client.query(
          `SELECT ${expression} AS told FROM unnest(${parameter}) WITH ORDINALITY AS given (v, n) ORDER BY n`,
          [given],
        );
        const rows = given.map((value) => ({ told: value === null ? null : told(value as never) }));
        expect(answer).toMatchObject({ rows });
      }
    }),
    { numRuns: 200 },
  );
});

it.each([
  ['bigint', 0.5],
  ['bigint', 2 ** 53],
  ['smallint', 40_000],
  ['uuid', 'not a uuid'],
  ['uuid', '01900000-0000-7000-8000-00000000000g'],
  ['uuid', '01900000-0000-7000-8000-00000000000'],
  ['uuid', '019000000000700080000000000000000000'],
  ['uuid', '01900000-0000-7000-8000-00000000000é'],
  ['timestamptz', 'yesterday'],
])('rejects values that no %s can hold: %s', async (type, value) => {
  const sent = Promise.resolve().then(() => client.query(`SELECT $1::${type}[]`, [[value]]));
  await expect(sent).rejects.toThrow();
  expect(await client.query('SELECT 1 AS one')).toMatchObject({ rows: [{ one: 1 }] });
});
