import { DataSource } from 'typeorm';
import { preparedDatabase } from './refusals.js';

const database = preparedDatabase();

database.refusesToApplication([
  ['to change the number of shards', `UPDATE ledger_settings SET shard_count = 1`],
  ['to change the schema', `ALTER TABLE entries DISABLE TRIGGER ALL`],
]);

it('applies to the service: every connection takes the restricted role', async () => {
  const dataSource = database.service().app.get(DataSource);
  const [row] = await dataSource.query<{ role: string }[]>(`SELECT current_user AS role`);
  expect(row).toEqual({ role: 'wallet_app' });
});
