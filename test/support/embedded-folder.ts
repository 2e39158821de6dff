import { existsSync, readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killServersBelow, postmasterPid } from '../embedded/cluster-processes.js';

/** A DATA_DIR for the programs of a test. */
export interface EmbeddedFolder {
  path: string;
  /** The URL of the PostgreSQL running on it. */
  databaseUrl(): string;
  postmaster(): number;
  hasServer(): boolean;
  /** Stops anything still running on it. */
  remove(): Promise<void>;
}

export async function createEmbeddedFolder(): Promise<EmbeddedFolder> {
  const path = await mkdtemp(join(tmpdir(), 'wallet-data-'));
  // Under root, PostgreSQL runs as another user, which needs access to this folder.
  await chmod(path, 0o755);
  const pidFile = join(path, 'postgres', 'postmaster.pid');
  return {
    path,
    databaseUrl: () => {
      const [, , , port] = readFileSync(pidFile, 'utf8').split('\n');
      return `postgres://postgres:${readFileSync(join(path, 'password'), 'utf8')}@127.0.0.1:${port}/postgres`;
    },
    postmaster: () => postmasterPid(path),
    hasServer: () => existsSync(pidFile),
    remove: async () => {
      await killServersBelow(path);
      await rm(path, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
