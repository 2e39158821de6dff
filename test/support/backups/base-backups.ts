import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { giveTree, isRoot, unprivilegedUser } from '../../../libs/database/src/embedded/os-user.js';
import { runProgram } from '../../../libs/database/src/embedded/run-program.js';
import {
  createClusterFolder,
  type Postgres,
  runPostgresProgram,
  startPostgres,
} from '../../faults/support/postgres.js';
import { withClient } from '../server/with-client.js';

/** What a start of the copy creates anew (PostgreSQL 18, 25.3.4.2 Backing Up the Data Directory). */
const omitted = [
  './postmaster.pid',
  './postmaster.opts',
  './pg_wal/*',
  './pg_replslot/*',
  './pg_dynshmem/*',
  './pg_notify/*',
  './pg_serial/*',
  './pg_snapshots/*',
  './pg_stat_tmp/*',
  './pg_subtrans/*',
];

/** A base backup with SQL and tar, for a server without pg_basebackup (PostgreSQL 18, 25.3.4 Making a Base Backup Using the Low Level API). */
export async function copyRunningCluster(postgres: Postgres, folder: string): Promise<void> {
  const user = isRoot() ? unprivilegedUser() : undefined;
  const archive = `${folder}.tar`;
  createClusterFolder(folder);
  // The session that starts the backup must end it.
  await withClient(postgres.url, async (client) => {
    await client.query(`SELECT pg_backup_start('base', fast => true)`);
    const exclude = omitted.map((path) => `--exclude=${path}`);
    const args = ['--create', '--file', archive, '--directory', postgres.dataFolder, ...exclude, '.'];
    const { exitCode, output } = await runProgram('tar', args, { workingDir: '/', user });
    // 1: a file changed or vanished while it was read, which the WAL repairs.
    if (exitCode !== 0 && exitCode !== 1) throw new Error(`tar ended with ${exitCode}: ${output}`);
    await runPostgresProgram('tar', ['--extract', '--file', archive, '--directory', folder]);
    const { rows } = await client.query<{ labelfile: string }>(`SELECT labelfile FROM pg_backup_stop()`);
    writeFileSync(join(folder, 'backup_label'), rows[0]!.labelfile);
  });
  if (user) giveTree(folder, user);
}

export interface Recovery {
  base: string;
  folder: string;
  /** The documented ones. */
  settings: Record<string, string>;
  /** The pg_wal of the lost server. */
  savedWal?: string;
  binaries?: string;
}

/** Starts a server on a copy of a base backup, and waits until it has recovered. */
export async function recover({ base, folder, settings, savedWal, binaries }: Recovery): Promise<Postgres> {
  const user = isRoot() ? unprivilegedUser() : undefined;
  await runPostgresProgram('cp', ['-a', base, folder]);
  if (savedWal !== undefined) await runPostgresProgram('cp', ['-a', `${savedWal}/.`, join(folder, 'pg_wal')]);
  writeFileSync(join(folder, 'recovery.signal'), '');
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value}'\n`);
  appendFileSync(join(folder, 'postgresql.conf'), lines.join(''));
  if (user) giveTree(folder, user);
  const options = { folder, initialised: true, settings: { shared_buffers: '32MB' } };
  const postgres = await startPostgres({ ...options, ...(binaries !== undefined && { binaries }) });
  while (await isRecovering(postgres)) await sleep(20);
  return postgres;
}

/** A standby answers while it recovers. Fails with the log if the server ends. */
async function isRecovering({ url, logFile }: Postgres): Promise<boolean> {
  try {
    const sql = 'SELECT pg_is_in_recovery() AS recovering';
    const { rows } = await withClient(url, (client) => client.query<{ recovering: boolean }>(sql));
    return rows[0]!.recovering;
  } catch (error) {
    throw new Error(`PostgreSQL did not recover:\n${readFileSync(logFile, 'utf8')}`, { cause: error });
  }
}
