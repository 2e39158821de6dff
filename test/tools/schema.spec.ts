import { Client } from 'pg';
import { runScript } from '../support/run-script.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

/** docs/schema.md is what the migrations make. */
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const check = () => runScript('scripts/schema/generate.mjs', '--check', '--from', database.url);

it('is what would be generated now', async () => {
  expect(await check()).toEqual({ code: 0, output: '' });
});

it('would be found out of date if a table changed', async () => {
  const owner = new Client({ connectionString: database.url });
  await owner.connect();
  await owner.query(`ALTER TABLE assets ADD COLUMN colour text`);
  await owner.end();
  const { code, output } = await check();
  expect(output).toMatch(/^docs\/schema\.md is out of date: run `npm run schema`/);
  expect(code).toBe(1);
});
