import { type Binaries } from './binaries.js';
import { type ClusterFiles } from './cluster-files.js';
import { EmbeddedClusterError } from './embedded-cluster-error.js';
import { isOwner } from './owner.js';
import { lastLogLines, startServer } from './pg-ctl.js';
import { findPostmaster, livePostmaster } from './postmaster.js';
import { withStartLock } from './start-lock.js';
import { supervise } from './supervise.js';

/**
 * Restarts a service's server whenever it dies, on the same port, since the service connects there. `lost` resolves after three
 * failures within a minute.
 */
export function keepRunning(
  files: ClusterFiles,
  binaries: Binaries,
  server: {
    settings: Record<string, string>;
    port: number;
    password: string;
    log: (message: string) => void;
  },
): { lost: Promise<EmbeddedClusterError>; end: () => void } {
  const { settings, port, password, log } = server;
  const { lost, end } = supervise({
    log,
    isRunning: () => livePostmaster(files.pgData) !== undefined,
    restart: () =>
      withStartLock(files.lockFile, async () => {
        if (!isOwner(files.ownerFile)) return; // stopped meanwhile
        if (await findPostmaster(files.pgData, password)) return; // a command was faster
        await startServer(files, binaries, settings, port);
        log(`Started the embedded PostgreSQL in ${files.home} again, on port ${port}`);
      }),
  });
  return {
    end,
    lost: lost.then(
      (reason) =>
        new EmbeddedClusterError(
          `The embedded PostgreSQL in ${files.home} has failed three times within a minute, and is not started again: ` +
            `${reason}\nThe end of ${files.logFile}:\n${lastLogLines(files)}`,
        ),
    ),
  };
}
