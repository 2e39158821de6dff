import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '@app/database';
import { type Postgres, startPostgres } from '../faults/support/postgres.js';
import { withClient } from './server/with-client.js';
import type { TestDatabase } from './test-database.js';

/** A PostgreSQL for one test file, with a migrated database and the login of the service. */
export interface SeparateServer {
  postgres: Postgres;
  database: TestDatabase;
  /** Runs a statement as the superuser, in the database of the service. */
  administer<T extends object>(sql: string): Promise<T[]>;
  remove(): Promise<void>;
}

/** TEST_POSTGRES_BINARIES names the programs of another version. `prepare` may mount something on the folder of the cluster. */
export async function startSeparateServer(
  settings: Record<string, string>,
  prepare: (folder: string) => () => void = () => () => undefined,
): Promise<SeparateServer> {
  const folder = mkdtempSync(join(tmpdir(), 'wallet-separate-'));
  chmodSync(folder, 0o755);
  const undo = prepare(folder);
  const binaries = process.env['TEST_POSTGRES_BINARIES'];
  const postgres = await startPostgres({
    folder: join(folder, 'cluster'),
    settings: { fsync: 'off', shared_buffers: '32MB', ...settings },
    ...(binaries && { binaries }),
  });
  await withClient(postgres.url, (client) => client.query('CREATE DATABASE wallet'));
  const url = postgres.urlOf('wallet');
  await migrate({ url, serviceLogin: { name: 'wallet_service', password: 'unused' } });
  return {
    postgres,
    database: {
      name: 'wallet',
      url: url.replace('//postgres@', '//wallet_service@'),
      drop: () => Promise.resolve(),
    },
    administer: <T extends object>(sql: string) =>
      withClient(url, async (client) => (await client.query<T>(sql)).rows),
    remove: async () => {
      await postgres.stop();
      undo();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
