import { join } from 'node:path';
import { migrate } from '@app/database';
import { administer, type Postgres, type PostgresOptions, startPostgres } from './postgres.js';

/** A durable cluster of its own, with a migrated database `wallet`: what a campaign needs that kills PostgreSQL. */
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
