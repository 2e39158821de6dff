import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import type { TestDatabase } from './test-database.js';

/** A login that owns nothing and has the rights of the service's role, as a careful operator would make it. */
export interface ServiceLogin {
  client: Client;
  drop(): Promise<void>;
}

export async function createServiceLogin(database: TestDatabase): Promise<ServiceLogin> {
  const name = `wallet_test_login_${randomBytes(6).toString('hex')}`;
  const password = randomBytes(12).toString('hex');
  const administer = async (sql: string) => {
    const owner = new Client({ connectionString: database.url });
    await owner.connect();
    await owner.query(sql);
    await owner.end();
  };
  await administer(`CREATE ROLE ${name} LOGIN PASSWORD '${password}' IN ROLE wallet_app`);
  const client = new Client({
    connectionString: Object.assign(new URL(database.url), { username: name, password }).href,
  });
  await client.connect();
  return {
    client,
    drop: async () => {
      await client.end();
      await administer(`DROP ROLE ${name}`);
    },
  };
}
