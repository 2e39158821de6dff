import { type Binaries, findBinaries } from './binaries.js';
import { chooseClusterFiles, type ClusterFiles } from './cluster-files.js';
import { type EmbeddedClusterError, explainFileError } from './embedded-cluster-error.js';
import { ensureCluster } from './initialise-cluster.js';
import { keepRunning } from './keep-running.js';
import {
  becomeOwner,
  findLiveOwner,
  isOwner,
  type Owner,
  refuseSecondService,
  removeOwner,
} from './owner.js';
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
  /**
   * A service is the only one on its folder, takes the ownership from a command, and keeps the server running until `stop()`. A
   * command, the default, attaches to a running server.
   */
  role?: 'service' | 'command';
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
  /** Resolves when a service's server has failed three times within a minute: it will not come back. */
  lost: Promise<EmbeddedClusterError>;
}

/**
 * Makes the PostgreSQL cluster of a data folder run: creates it the first time, starts it, takes it over when its
 * owner was killed, or attaches to it while another live process owns it. Of several processes that start at the
 * same moment one becomes the owner. What was committed survives the death of any of these processes.
 * Raises EmbeddedClusterError when that is impossible: no programs for the platform, a folder that cannot be used,
 * data of another major version, a server that does not start, a start by another process that does not end, or a
 * second service on the folder.
 */
export async function startEmbeddedCluster(options: EmbeddedClusterOptions): Promise<EmbeddedCluster> {
  const given: GivenOptions = {
    settings: {},
    skipSync: false,
    role: 'command',
    log: () => undefined,
    ...options,
  };
  try {
    const files = await chooseClusterFiles(given.dataDir, given.log);
    // Before the lock: a service that is busy stopping, or starting its server again, holds it for long.
    if (given.role === 'service') refuseSecondService(files, given.dataDir);
    const binaries = await findBinaries(files.user, given.log);
    return await withStartLock(files.lockFile, () => startLocked(files, binaries, given));
  } catch (error) {
    throw explainFileError(error, options.dataDir);
  }
}

type GivenOptions = Required<EmbeddedClusterOptions>;

async function startLocked(
  files: ClusterFiles,
  binaries: Binaries,
  options: GivenOptions,
): Promise<EmbeddedCluster> {
  const { settings, log } = options;
  if (options.role === 'service') refuseSecondService(files, options.dataDir);
  await ensureCluster(files, binaries, options);
  const password = readPassword(files);
  const urlOn = (port: number) => `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;

  const running = await findPostmaster(files.pgData, password);
  const owner = findLiveOwner(files.ownerFile);
  if (owner && options.role === 'command') {
    const port = running?.port ?? (await startFor(owner, files, binaries, settings));
    if (port !== undefined) {
      log(`Using the embedded PostgreSQL of process ${owner.pid} in ${files.home}, on port ${port}`);
      return { url: urlOn(port), owned: false, stop: () => Promise.resolve(), lost: never() };
    }
  }
  const port = running?.port ?? (await startServer(files, binaries, settings));
  becomeOwner(files.ownerFile, options.role === 'service' ? port : null);
  log(`${running ? 'Took over' : 'Started'} the embedded PostgreSQL in ${files.home}, on port ${port}`);
  const stop = stopOnce(files, binaries);
  const cluster = { url: urlOn(port), owned: true };
  if (options.role === 'command') return { ...cluster, stop, lost: never() };
  const supervision = keepRunning(files, binaries, { settings, port, password, log });
  return {
    ...cluster,
    lost: supervision.lost,
    stop: () => {
      supervision.end();
      return stop();
    },
  };
}

/** A service's server that died must come back on the port that the service uses, whichever process restarts it. */
async function startFor(
  { servicePort }: Owner,
  files: ClusterFiles,
  binaries: Binaries,
  settings: Record<string, string>,
): Promise<number | undefined> {
  return servicePort === null ? undefined : startServer(files, binaries, settings, servicePort);
}

function never(): Promise<EmbeddedClusterError> {
  return new Promise(() => undefined);
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
