import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

/** A separate database for one test file, cloned from the migrated template. */
export interface TestDatabase {
  name: string;
  /** As the owner of the tables. */
  url: string;
  /** Drops the database with any connection that a test left open. */
  drop(): Promise<void>;
}

export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `wallet_test_${randomBytes(6).toString('hex')}`;
  await administer(`CREATE DATABASE ${name} TEMPLATE ${template()}`);
  return {
    name,
    url: clusterUrl().replace(/\/postgres$/, `/${name}`),
    drop: () => administer(`DROP DATABASE ${name} WITH (FORCE)`),
  };
}

/** An empty database without a schema. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  const database = await createTestDatabase();
  await administer(`DROP DATABASE ${database.name}`);
  await administer(`CREATE DATABASE ${database.name}`);
  return database;
}

function clusterUrl(): string {
  return fromGlobalSetup('TEST_CLUSTER_URL');
}

function template(): string {
  return fromGlobalSetup('TEST_TEMPLATE');
}

function fromGlobalSetup(name: string): string {
  const value = process.env[name];
  if (!value)
    throw new Error(
      `${name} is not set; run the tests with a Jest configuration that has test/support/global-setup.mjs`,
    );
  return value;
}

async function administer(sql: string): Promise<void> {
  const client = new Client({ connectionString: clusterUrl() });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
