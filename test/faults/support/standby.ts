import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  administer,
  createClusterFolder,
  type Postgres,
  runPostgresProgram,
  startPostgres,
} from './postgres.js';

export interface StandbyOptions {
  folder: string;
  /** Those of the primary, with pg_basebackup. */
  binaries: string;
  port?: number;
}

/** Copies a running cluster as its synchronous standby; from now on COMMIT waits for it. */
export async function addStandby(
  primary: Postgres,
  { folder, binaries, port }: StandbyOptions,
): Promise<Postgres> {
  createClusterFolder(folder);
  await runPostgresProgram(join(binaries, 'pg_basebackup'), [
    '--pgdata',
    folder,
    '--dbname',
    primary.url,
    '--checkpoint=fast',
    '--write-recovery-conf',
  ]);
  const standby = await startPostgres({ folder, binaries, port, initialised: true });
  await administer(primary.url, async (client) => {
    await client.query(`ALTER SYSTEM SET synchronous_standby_names = '*'`);
    await client.query(`SELECT pg_reload_conf()`);
    for (;;) {
      const { rowCount } = await client.query(`SELECT FROM pg_stat_replication WHERE sync_state = 'sync'`);
      if (rowCount === 1) return;
      await sleep(20);
    }
  });
  return standby;
}
