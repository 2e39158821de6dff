import { DataSource } from 'typeorm';
import { migrations } from '../../migrations/index.js';
import { runProgram } from '../support/service-process.js';
import { createEmptyDatabase } from '../support/test-database.js';

const firstWithPlaces = 1763700000021;

it('refuses a used database of an older pre-release, and leaves it as it is', async () => {
  const database = await createEmptyDatabase();
  const dataSource = new DataSource({
    type: 'postgres',
    url: database.url,
    migrations: migrations.filter(({ name }) => Number(name.slice(-13)) < firstWithPlaces),
    migrationsTableName: 'schema_migrations',
  });
  await dataSource.initialize();
  await dataSource.runMigrations();
  await dataSource.query(
    `INSERT INTO users (shard, id, registration, metadata, created_at) VALUES (0, 'a', gen_random_uuid(), '{}', now())`,
  );

  const { code, output } = await runProgram({
    program: 'commands/migrate',
    env: { DATABASE_URL: database.url },
  });
  expect(output).toMatch(
    /this database is of an older pre-release and cannot be migrated: use a new database/,
  );
  expect(output).not.toMatch(/^\s+at /m);
  expect(code).toBe(1);
  expect(await dataSource.query(`SELECT id FROM users`)).toEqual([{ id: 'a' }]);
  expect(await dataSource.query(`SELECT to_regclass('shard_heads') AS "heads"`)).toEqual([{ heads: null }]);
  await dataSource.destroy();
  await database.drop();
});
