import { type Binaries, findBinaries } from './binaries.js';
import { chooseClusterFiles, type ClusterFiles } from './cluster-files.js';
import { explainFileError } from './embedded-cluster-error.js';
import { ensureCluster } from './initialise-cluster.js';
import { becomeOwner, findLiveOwner, isOwner, removeOwner } from './owner.js';
import { readPassword } from './password.js';
import { startServer, stopServer } from './pg-ctl.js';
import { findPostmaster } from './postmaster.js';
import { withStartLock } from './start-lock.js';

export { EmbeddedClusterError } from './embedded-cluster-error.js';

export interface EmbeddedClusterOptions {
  /** Keeps the cluster and everything that belongs to it; created when missing. */
  dataDir: string;
  /** More settings for postgresql.conf, such as `fsync: 'off'` in tests. A cluster that already runs keeps its own. */
  settings?: Record<string, string>;
  /** Lets initdb leave its files unflushed. For tests: a power cut may lose such a cluster. */
  skipSync?: boolean;
  log?: (message: string) => void;
}

export interface EmbeddedCluster {
  /** `postgres://postgres:<password>@127.0.0.1:<port>/postgres` */
  url: string;
  /** Whether we started it or took it over from a dead owner, so that `stop()` stops it. */
  owned: boolean;
  /**
   * Stops the server if it is ours, for every process that uses it; otherwise does nothing. May be called twice,
   * and when the server is already dead. Raises EmbeddedClusterError when it does not stop.
   */
  stop(): Promise<void>;
}

/**
 * Makes the PostgreSQL cluster of a data folder run: creates it the first time, starts it, takes it over when its
 * owner was killed, or attaches to it while another live process owns it. Of several processes that start at the
 * same moment one becomes the owner. What was committed survives the death of any of these processes.
 * Raises EmbeddedClusterError when that is impossible: no programs for the platform, a folder that cannot be used,
 * data of another major version, a server that does not start, or a start by another process that does not end.
 */
export async function startEmbeddedCluster(options: EmbeddedClusterOptions): Promise<EmbeddedCluster> {
  const log = options.log ?? (() => undefined);
  try {
    const files = await chooseClusterFiles(options.dataDir, log);
    const binaries = await findBinaries(files.user, log);
    return await withStartLock(files.lockFile, () => startLocked(files, binaries, { ...options, log }));
  } catch (error) {
    throw explainFileError(error, options.dataDir);
  }
}

async function startLocked(
  files: ClusterFiles,
  binaries: Binaries,
  { settings = {}, skipSync = false, log }: EmbeddedClusterOptions & { log: (message: string) => void },
): Promise<EmbeddedCluster> {
  await ensureCluster(files, binaries, { skipSync, log });
  const password = readPassword(files);
  const urlOn = (port: number) => `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;

  const running = await findPostmaster(files.pgData, password);
  const owner = findLiveOwner(files.ownerFile);
  if (running && owner) {
    log(`Using the embedded PostgreSQL of process ${owner.pid} in ${files.home}, on port ${running.port}`);
    return { url: urlOn(running.port), owned: false, stop: () => Promise.resolve() };
  }
  const port = running?.port ?? (await startServer(files, binaries, settings));
  becomeOwner(files.ownerFile);
  log(`${running ? 'Took over' : 'Started'} the embedded PostgreSQL in ${files.home}, on port ${port}`);
  return { url: urlOn(port), owned: true, stop: stopOnce(files, binaries) };
}

function stopOnce(files: ClusterFiles, binaries: Binaries): () => Promise<void> {
  let stopping: Promise<void> | undefined;
  return () => {
    stopping ??= withStartLock(files.lockFile, () => stopLocked(files, binaries)).catch((error: unknown) => {
      stopping = undefined; // so that the caller may try again
      throw error;
    });
    return stopping;
  };
}

async function stopLocked(files: ClusterFiles, binaries: Binaries): Promise<void> {
  // The server may have died and been started anew by another process: then it is that one's to stop.
  if (!isOwner(files.ownerFile)) return;
  await stopServer(files, binaries);
  removeOwner(files.ownerFile);
}
