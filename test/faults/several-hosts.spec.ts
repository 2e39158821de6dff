import { DataSource } from 'typeorm';
import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { postgresOptions } from '@app/database';

let database: TestDatabase;

beforeEach(async () => {
  database = await createTestDatabase();
});

afterEach(async () => {
  await database.drop();
});

/** The test database behind a host that refuses connections: no service listens on port 1. */
const behindDeadHost = (attributes: string) =>
  `${database.url.replace('@127.0.0.1:', '@127.0.0.1:1,127.0.0.1:')}?target_session_attrs=${attributes}`;

const connect = (url: string) =>
  new DataSource(
    postgresOptions({ url, poolSize: 1, as: 'owner', applicationName: 'choose-host' }),
  ).initialize();

it.each(['any', 'read-write'])('skips a host that is down, for %s', async (attributes) => {
  const dataSource = await connect(behindDeadHost(attributes));
  expect(await dataSource.query('SELECT current_database() AS name')).toEqual([{ name: database.name }]);
  await dataSource.destroy();
});

it('skips a read-only host, and reports it if there is no other', async () => {
  const owner = new Client({ connectionString: database.url });
  await owner.connect();
  await owner.query(`ALTER DATABASE ${database.name} SET default_transaction_read_only = on`);
  await owner.end();

  await expect(connect(behindDeadHost('read-write'))).rejects.toThrow(
    /no suitable host in DATABASE_URL: 127.0.0.1:1 .*; 127.0.0.1:\d+ is read-only/,
  );
  const reader = await connect(behindDeadHost('any'));
  await reader.destroy();
});
