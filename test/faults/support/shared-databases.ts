import { mkdtemp, chmod, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '@app/database';
import { administer, type Postgres, startPostgres } from './postgres.js';

/** One cluster for all campaigns that leave PostgreSQL alone, with a migrated template to clone. */
export class SharedDatabases {
  private running: Promise<{ postgres: Postgres; folder: string }> | undefined;
  private created = 0;

  async create(): Promise<{ url: string }> {
    this.running ??= start();
    const { postgres } = await this.running;
    const name = `wallet_${++this.created}`;
    await administer(postgres.url, (client) =>
      client.query(`CREATE DATABASE ${name} TEMPLATE template_wallet`),
    );
    return { url: postgres.urlOf(name) };
  }

  async close(): Promise<void> {
    if (!this.running) return;
    const { postgres, folder } = await this.running;
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function start() {
  const folder = await mkdtemp(join(tmpdir(), 'wallet-faults-'));
  await chmod(folder, 0o755);
  const postgres = await startPostgres({
    folder: join(folder, 'shared'),
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' },
  });
  await administer(postgres.url, (client) => client.query('CREATE DATABASE template_wallet'));
  await migrate({ url: postgres.urlOf('template_wallet') });
  return { postgres, folder };
}
