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
  /** Holds the cluster and everything that belongs to it. */
  dataDir: string;
  /** Whether to create a missing data folder. Default: true. */
  create?: boolean;
  /** Extra settings for postgresql.conf, such as `fsync: 'off'` in tests. A running cluster keeps its settings. */
  settings?: Record<string, string>;
  /** Tells initdb not to flush its files. For tests: a power failure may lose such a cluster. */
  skipSync?: boolean;
  /**
   * A service is the only one on its folder, takes ownership over from a command, and keeps the server running until `stop()`. A
   * command, the default, attaches to a running server.
   */
  role?: 'service' | 'command';
  log?: (message: string) => void;
}

export interface EmbeddedCluster {
  /** `postgres://postgres:<password>@127.0.0.1:<port>/postgres` */
  url: string;
  /** Whether this process started the server, or took it over from a dead owner, and `stop()` therefore stops it. */
  owned: boolean;
  /**
   * Stops an owned server, for every process that uses it; otherwise does nothing. May be called twice, or when the server is
   * already dead. Raises EmbeddedClusterError if the server does not stop.
   */
  stop(): Promise<void>;
  /** Resolves when a service's server has failed three times within a minute and is given up. */
  lost: Promise<EmbeddedClusterError>;
}

/**
 * Brings up the PostgreSQL cluster of a data folder: creates it the first time, starts it, takes it over if its owner was killed,
 * or attaches to it while another live process owns it. Of several processes that start at once, one becomes the owner. Committed
 * data survives the death of any of them. Raises EmbeddedClusterError if there are no programs for the platform, the folder is
 * missing or unusable, the data is of another major version, the server does not start, another process is stuck starting it, or another
 * service runs on the folder.
 */
export async function startEmbeddedCluster(options: EmbeddedClusterOptions): Promise<EmbeddedCluster> {
  const given: GivenOptions = {
    create: true,
    settings: {},
    skipSync: false,
    role: 'command',
    log: () => undefined,
    ...options,
  };
  try {
    const files = await chooseClusterFiles(given.dataDir, given);
    // Checked before taking the lock, which a service holds for long while stopping or restarting its server.
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

/** A service's server must come back on the port that the service uses, whichever process restarts it. */
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
      stopping = undefined; // lets the caller retry
      throw error;
    });
    return stopping;
  };
}

async function stopLocked(files: ClusterFiles, binaries: Binaries): Promise<void> {
  // The server may have died, and another process may have restarted it: then that process stops it.
  if (!isOwner(files.ownerFile)) return;
  await stopServer(files, binaries);
  removeOwner(files.ownerFile);
}
