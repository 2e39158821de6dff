import { postgresOptions } from '@app/database';
import { DataSource, type QueryRunner } from 'typeorm';
import { poolOf } from '../../libs/database/src/pool/pools.js';
import { warnIfTooMany } from '../../libs/database/src/pool/server-room.js';
import { withClient } from '../support/server/with-client.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

/** A login that may have three connections. */
let database: TestDatabase;
let url: string;
const opened: DataSource[] = [];

beforeEach(async () => {
  database = await createTestDatabase();
  const login = `${database.name}_few`;
  await withClient(database.url, async (client) => {
    await client.query(`CREATE ROLE ${login} LOGIN PASSWORD 'few' CONNECTION LIMIT 3`);
    await client.query(`GRANT CONNECT ON DATABASE ${database.name} TO ${login}`);
  });
  url = Object.assign(new URL(database.url), { username: login, password: 'few' }).href;
});

afterEach(async () => {
  for (const dataSource of opened.splice(0)) await dataSource.destroy();
  await database.drop();
});

async function open(kept: number, onStarved?: () => void): Promise<DataSource> {
  const options = postgresOptions({
    url,
    poolSize: 10,
    kept,
    as: 'owner',
    applicationName: 'test',
    ...(onStarved && { onStarved }),
  });
  const dataSource = await new DataSource(options).initialize();
  opened.push(dataSource);
  return dataSource;
}

async function hold(dataSource: DataSource, count: number): Promise<QueryRunner[]> {
  const held = Array.from({ length: count }, () => dataSource.createQueryRunner());
  await Promise.all(held.map((queryRunner) => queryRunner.connect()));
  return held;
}

it('waits for an open connection when PostgreSQL refuses another', async () => {
  const dataSource = await open(0);
  const answers = await Promise.all(
    Array.from({ length: 30 }, (_, index) =>
      dataSource.query<{ index: number }[]>('SELECT $1::int AS index, pg_sleep(0.01)', [index]),
    ),
  );
  expect(answers.map(([row]) => row?.index)).toEqual(Array.from({ length: 30 }, (_, index) => index));
  expect(poolOf(dataSource)?.totalCount).toBe(3);
});

it('reports the refusal if it has no connection', async () => {
  const full = await open(0);
  const held = await hold(full, 3);
  await expect(open(0)).rejects.toMatchObject({ code: '53300' });
  for (const queryRunner of held) await queryRunner.release();
});

it('gives up a connection that is idle, or the next to be released, but keeps the last ones', async () => {
  const giving = await open(1);
  const held = await hold(giving, 3);
  const pool = poolOf(giving)!;
  pool.giveUpOne();
  expect(pool.totalCount).toBe(3);
  await held[0]!.release();
  expect(pool.totalCount).toBe(2);
  const other = await open(0);
  expect(await other.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);

  await held[1]!.release();
  await held[2]!.release();
  for (let time = 0; time < 3; time++) pool.giveUpOne();
  expect(await giving.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  expect(pool.totalCount).toBe(1);
});

it('warns if an instance may open more than the login is allowed', async () => {
  expect(await warnIfTooMany(url, 3)).toBeUndefined();
  expect(await warnIfTooMany(url, 18)).toMatch(
    /^DATABASE_POOL and REPORTS_POOL let this instance open 18 connections, and there is room for 3 \(max_connections is \d+, \d+ of them reserved and \d+ in use; the limit of the login is 3\)/,
  );
});
