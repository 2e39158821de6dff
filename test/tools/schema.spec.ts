import { Client } from 'pg';
import { runScript } from '../support/run-script.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

/** docs/schema.md matches the migrations. */
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const check = () => runScript('scripts/schema/generate.mjs', '--check', '--from', database.url);

it('is up to date', async () => {
  expect(await check()).toEqual({ code: 0, output: '' });
});

it('is reported out of date if a table changes', async () => {
  const owner = new Client({ connectionString: database.url });
  await owner.connect();
  await owner.query(`ALTER TABLE assets ADD COLUMN colour text`);
  await owner.end();
  const { code, output } = await check();
  expect(output).toMatch(/^docs\/schema\.md is out of date: run `npm run schema`/);
  expect(code).toBe(1);
});
