import { administer } from '../../support/databases.js';
import type { Environment } from '../../support/environment.js';
import type { Service } from '../../support/service.js';
import { measureSize, totalBytes } from '../../support/size.js';
import { topUpEachUser } from '../../support/top-up-each-user.js';
import { catalogue } from './points.js';

/** The ledger and the service that are measured. */
export interface Subject {
  service: Service;
  postmaster: number;
  databaseUrl: string;
  key: string;
  users: number;
  /** One account and the salt of its user. */
  bytesPerAccount: number;
}

const users = 10_000;

/** A ledger whose users all have credits, an item to buy, and more tasks than they complete. */
export async function prepareSubject(environment: Environment): Promise<Subject> {
  const { databaseUrl, key } = await environment.createDatabase({ name: 'capacity', users });
  const perUser = (await measureSize(databaseUrl)).filter(({ name }) =>
    ['accounts', 'user_salts'].includes(name),
  );
  await administer(databaseUrl, async (client) => {
    await client.query(`INSERT INTO items (code, name, asset_code, price) VALUES ($1, 'Item', 'GOLD', $2)`, [
      catalogue.item,
      catalogue.price,
    ]);
    await client.query(
      `INSERT INTO tasks (code, name, asset_code, reward, completion_limit)
       SELECT $1 || number, 'Task', 'GOLD', 1000, 'once' FROM generate_series(0, $2::int - 1) AS number`,
      [catalogue.task, catalogue.tasks],
    );
    await client.query('VACUUM ANALYZE tasks');
  });
  const service = await environment.startWallet(databaseUrl);
  await topUpEachUser({ url: service.url, key, users });
  const { postmaster } = environment;
  return { service, postmaster, databaseUrl, key, users, bytesPerAccount: totalBytes(perUser) / users };
}
