import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import type { TestDatabase } from './test-database.js';
import { inSession } from './test-logins.js';

/** A login that owns nothing and has the rights of the service's role, as an operator should create it. */
export interface ServiceLogin {
  client: Client;
  drop(): Promise<void>;
}

export async function createServiceLogin(database: TestDatabase): Promise<ServiceLogin> {
  const name = `${database.name}_login_${randomBytes(6).toString('hex')}`;
  const password = randomBytes(12).toString('hex');
  await inSession(database.url, [`CREATE ROLE ${name} LOGIN PASSWORD '${password}' IN ROLE wallet_app`]);
  const client = new Client({
    connectionString: Object.assign(new URL(database.url), { username: name, password }).href,
  });
  await client.connect();
  return {
    client,
    drop: async () => {
      await client.end();
      await inSession(database.url, [`DROP ROLE ${name}`]);
    },
  };
}
