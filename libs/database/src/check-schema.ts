import { DataSource } from 'typeorm';
import { type ConnectionOptions, postgresOptions } from './connection.js';
import { pendingMigrations, requireOwnHistory } from './migration-history.js';
import { SchemaError } from './schema-error.js';

/**
 * Start-up check: the login works and may take its role, the schema is up to date, and the number of shards matches `shardCount`,
 * if set. Throws SchemaError, or the connection error.
 */
export async function checkSchema({
  url,
  as = 'application',
  shardCount,
}: Pick<ConnectionOptions, 'url' | 'shardCount'> & Partial<Pick<ConnectionOptions, 'as'>>): Promise<void> {
  const dataSource = new DataSource(
    postgresOptions({ url, poolSize: 1, as, applicationName: 'wallet-check' }),
  );
  await dataSource.initialize();
  try {
    await requireOwnHistory(dataSource);
    const pending = await pendingMigrations(dataSource);
    if (pending.length > 0) {
      throw new SchemaError(
        `${pending.length} migrations are pending: run \`npm run migrate\` first, with the login that owns the tables`,
      );
    }
    const [settings] = await dataSource.query<{ shard_count: number }[]>(
      `SELECT shard_count FROM ledger_settings`,
    );
    if (shardCount !== undefined && shardCount !== settings?.shard_count) {
      throw new SchemaError(
        `SHARD_COUNT is ${shardCount}, but this database was initialised with ${settings?.shard_count ?? 'no'} shards, which cannot change: unset SHARD_COUNT, or use another database`,
      );
    }
  } finally {
    await dataSource.destroy();
  }
}
