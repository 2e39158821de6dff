import { closeSync, existsSync, openSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Binaries } from './binaries.js';
import { type ClusterFiles } from './cluster-files.js';
import { EmbeddedClusterError } from './embedded-cluster-error.js';
import { give } from './os-user.js';
import { livePostmaster } from './postmaster.js';
import { runProgram } from './run-program.js';

const startTimeoutS = 300; // includes crash recovery
const fastStopTimeoutS = 30;
const immediateStopTimeoutS = 10;
const attempts = 10;
const retryMs = 500;
const quotedLogLines = 15;

// Another process took the port between choosing it and starting; or the children of a killed server are still exiting.
const transientFailure = /could not create any TCP\/IP sockets|pre-existing shared memory block/;

/**
 * Starts the server on `givenPort` of 127.0.0.1, or on a free port, waits until it accepts connections, and returns the port. The
 * server outlives this process: pg_ctl starts it in a new session, so Ctrl-C reaches only the service. Raises
 * EmbeddedClusterError with the last lines of the log.
 */
export async function startServer(
  files: ClusterFiles,
  binaries: Binaries,
  settings: Record<string, string>,
  givenPort?: number,
): Promise<number> {
  closeSync(openSync(files.logFile, 'a', 0o600));
  give(files.logFile, files.user);
  const args = [
    'start',
    `--pgdata=${files.pgData}`,
    `--log=${files.logFile}`,
    '--wait',
    `--timeout=${startTimeoutS}`,
  ];
  for (let attempt = 1; ; attempt++) {
    const port = givenPort ?? (await findFreePort());
    writeSettings(files, { ...settings, port: String(port) });
    const logBegin = statSync(files.logFile).size;
    const { exitCode, output } = await pgCtl(files, binaries, args);
    if (exitCode === 0) return port;
    const logged = readFileSync(files.logFile).subarray(logBegin).toString();
    if (attempt === attempts || !transientFailure.test(logged)) {
      throw new EmbeddedClusterError(
        `The embedded PostgreSQL in ${files.pgData} did not start: ${lastLines(output)}\n` +
          `The end of ${files.logFile}:\n${lastLines(logged)}`,
      );
    }
    await sleep(retryMs);
  }
}

/**
 * Stops the server: rolls back open transactions and flushes the rest. If that takes too long, it is killed and recovers at the
 * next start. Returns at once if no server runs. Raises EmbeddedClusterError if it does not stop.
 */
export async function stopServer(files: ClusterFiles, binaries: Binaries): Promise<void> {
  const kinds = { fast: fastStopTimeoutS, immediate: immediateStopTimeoutS };
  for (const [mode, timeoutS] of Object.entries(kinds)) {
    if (!livePostmaster(files.pgData)) return;
    const args = ['stop', `--pgdata=${files.pgData}`, `--mode=${mode}`, '--wait', `--timeout=${timeoutS}`];
    const { exitCode } = await pgCtl(files, binaries, args);
    if (exitCode === 0) return;
  }
  const postmaster = livePostmaster(files.pgData);
  if (!postmaster) return;
  throw new EmbeddedClusterError(
    `The embedded PostgreSQL in ${files.pgData} (process ${postmaster.pid}) does not stop.\n` +
      `The end of ${files.logFile}:\n${lastLogLines(files)}`,
  );
}

function pgCtl(files: ClusterFiles, binaries: Binaries, args: string[]) {
  return runProgram(binaries.pgCtl, ['--silent', ...args], { workingDir: files.home, user: files.user });
}

/** Writes a file, since pg_ctl passes settings through a shell, and Unix and Windows shells quote differently. */
function writeSettings(files: ClusterFiles, extra: Record<string, string>): void {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '100',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...extra,
  };
  const lines = Object.entries(settings).map(([name, value]) => {
    if (!/^[a-z_.]+$/i.test(name)) throw new Error(`"${name}" is not a valid PostgreSQL setting name`);
    return `${name} = '${value.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
  });
  writeFileSync(files.settingsFile, `# Written at every start.\n${lines.join('\n')}\n`, { mode: 0o600 });
  give(files.settingsFile, files.user);
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address && typeof address === 'object') resolve(address.port);
        else reject(new Error('No free port on 127.0.0.1'));
      });
    });
  });
}

export function lastLogLines({ logFile }: ClusterFiles): string {
  return existsSync(logFile) ? lastLines(readFileSync(logFile, 'utf8')) : '';
}

function lastLines(text: string): string {
  return text.trimEnd().split('\n').slice(-quotedLogLines).join('\n');
}
