import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createClusterFolder,
  type Postgres,
  startPostgres,
  stopEveryPostgres,
} from '../../faults/support/postgres.js';
import { documentedBackups } from './documented-backups.js';

/** A scratch folder with servers, and with their backups as on docs/operations.md. */
export interface BackupFolder {
  /** What the page calls /backup. */
  backup: string;
  documented: ReturnType<typeof documentedBackups>;
  startServer(
    name: string,
    options?: { binaries?: string | undefined; settings?: Record<string, string> },
  ): Promise<Postgres>;
  /** Stops its servers. */
  remove(): Promise<void>;
}

export function createBackupFolder(): BackupFolder {
  const folder = mkdtempSync(join(tmpdir(), 'wallet-restores-'));
  // Started as root, PostgreSQL runs as another user, which needs access.
  chmodSync(folder, 0o755);
  const backup = join(folder, 'backup');
  createClusterFolder(backup);
  createClusterFolder(join(backup, 'wal'));
  return {
    backup,
    documented: documentedBackups(backup),
    startServer: (name, { binaries, settings } = {}) =>
      startPostgres({
        folder: join(folder, name),
        settings: { shared_buffers: '32MB', ...settings },
        ...(binaries !== undefined && { binaries }),
      }),
    remove: async () => {
      await stopEveryPostgres(folder);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
