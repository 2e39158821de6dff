import { mkdtemp, chmod, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Databases, databasesOn } from '../../support/server/databases.js';
import { useExternalServer } from '../../support/server/external-server.js';
import { prepareDatabases } from '../../support/server/prepare-databases.js';
import {
  externalUrl,
  newDatabaseName,
  newPrefix,
  type OpenServer,
  urlOf,
} from '../../support/server/test-server.js';
import type { CampaignDatabase } from '../runner/campaign.js';
import { startPostgres } from './postgres.js';

/** The databases of all campaigns that leave PostgreSQL alone, on one cluster or on the server of TEST_DATABASE_URL. */
export class SharedDatabases {
  private server: Promise<OpenServer> | undefined;

  /** Starts or finds the server. Throws ServerError if that of TEST_DATABASE_URL cannot be used. */
  async open(): Promise<void> {
    this.server ??= open();
    await this.server;
  }

  createMigrated(): Promise<CampaignDatabase> {
    return this.create((databases, name) => databases.createMigrated(name));
  }

  createEmpty(): Promise<CampaignDatabase> {
    return this.create((databases, name) => databases.createEmpty(name));
  }

  async close(): Promise<void> {
    const server = await this.server?.catch(() => undefined);
    await server?.close();
  }

  private async create(
    run: (databases: Databases, name: string) => Promise<void>,
  ): Promise<CampaignDatabase> {
    this.server ??= open();
    const server = await this.server;
    const name = newDatabaseName(server);
    const databases = databasesOn(server);
    await run(databases, name);
    return { url: urlOf(server, name), drop: () => databases.drop(name) };
  }
}

async function open(): Promise<OpenServer> {
  const given = externalUrl();
  const server = await (given === undefined ? startCluster() : useExternalServer(given));
  await prepareDatabases(server);
  return server;
}

async function startCluster(): Promise<OpenServer> {
  const folder = await mkdtemp(join(tmpdir(), 'wallet-faults-'));
  await chmod(folder, 0o755);
  const postgres = await startPostgres({
    folder: join(folder, 'shared'),
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' },
  });
  const close = async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { url: postgres.url, prefix: newPrefix(), close };
}
