import { join } from 'node:path';
import { migrate } from '@app/database';
import { administer, type Postgres, type PostgresOptions, startPostgres } from './postgres.js';

/** A separate durable cluster with a migrated database `wallet`, for campaigns that kill PostgreSQL. */
export async function startDurableDatabase(
  folder: string,
  options: Partial<PostgresOptions> = {},
): Promise<{ postgres: Postgres; databaseUrl: string }> {
  const postgres = await startPostgres({ folder: join(folder, 'cluster'), ...options });
  await administer(postgres.url, (client) => client.query('CREATE DATABASE wallet'));
  const databaseUrl = postgres.urlOf('wallet');
  await migrate({ url: databaseUrl });
  return { postgres, databaseUrl };
}
