import { databasesOn } from './server/databases.js';
import { newDatabaseName, type TestServer, urlOf } from './server/test-server.js';

/** A separate database for one test file. */
export interface TestDatabase {
  name: string;
  /** As the owner of the tables. */
  url: string;
  /** Drops the database with any connection that a test left open. */
  drop(): Promise<void>;
}

export async function createTestDatabase(): Promise<TestDatabase> {
  const database = nextDatabase();
  await databasesOn(server()).createMigrated(database.name);
  return database;
}

/** An empty database without a schema. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  const database = nextDatabase();
  await databasesOn(server()).createEmpty(database.name);
  return database;
}

function nextDatabase(): TestDatabase {
  const name = newDatabaseName(server());
  return { name, url: urlOf(server(), name), drop: () => databasesOn(server()).drop(name) };
}

function server(): TestServer {
  return { url: fromGlobalSetup('TEST_CLUSTER_URL'), prefix: fromGlobalSetup('TEST_PREFIX') };
}

function fromGlobalSetup(name: string): string {
  const value = process.env[name];
  if (!value)
    throw new Error(
      `${name} is not set; run the tests with a Jest configuration that has test/support/global-setup.mjs`,
    );
  return value;
}
