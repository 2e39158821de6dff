import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdirSync, openSync, closeSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findBinaries } from '../../../libs/database/src/embedded/binaries.js';
import { isRoot, unprivilegedUser } from '../../../libs/database/src/embedded/os-user.js';
import { runProgram } from '../../../libs/database/src/embedded/run-program.js';
import { withClient as administer } from '../../support/server/with-client.js';
import { freePort } from '../../support/service-process.js';

export { administer };

/** A PostgreSQL for campaigns to break: it keeps its port across restarts, and its processes can be identified and killed. */
export interface Postgres {
  port: number;
  dataFolder: string;
  /** As the superuser, on the database `postgres`. */
  url: string;
  urlOf(database: string): string;
  /** Starts it after a kill or a stop, and waits until it answers. */
  start(): Promise<void>;
  stop(): Promise<void>;
  postmasterPid(): number;
  /** SIGKILL to the postmaster only, and waits for its end. Its children notice and exit. */
  killPostmaster(): Promise<void>;
  logFile: string;
}

export interface PostgresOptions {
  folder: string;
  settings?: Record<string, string>;
  /** The folder of the programs; that of the embedded PostgreSQL by default. */
  binaries?: string;
  /** Extra environment variables, such as those of libfaketime. */
  environment?: Record<string, string>;
  /** An existing cluster, such as a copy by pg_basebackup. */
  initialised?: boolean;
  port?: number;
}

const startTimeoutMs = 60_000;
const clusters = new Map<string, Postgres>();

/** Creates and starts a cluster, durable by default. */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const { folder, settings = {}, environment = {}, initialised = false } = options;
  const user = isRoot() ? unprivilegedUser() : undefined;
  const programs = options.binaries ?? folderOf((await findBinaries(user, () => undefined)).initdb);
  if (!initialised) {
    createClusterFolder(folder);
    const init = [
      '--pgdata',
      folder,
      '--username=postgres',
      '--auth=trust',
      '--encoding=UTF8',
      '--no-locale',
      '--no-sync',
    ];
    await runPostgresProgram(join(programs, 'initdb'), init);
  }
  const port = options.port ?? (await freePort());
  const logFile = `${folder}.log`;
  const urlOf = (database: string) => `postgres://postgres@127.0.0.1:${port}/${database}`;

  const start = async () => {
    for (let attempt = 1; ; attempt++) {
      try {
        await startOnce();
        return;
      } catch (error) {
        // The children of a killed postmaster hold its shared memory until they notice and exit.
        if (attempt === 50 || !/pre-existing shared memory block/.test(String(error))) throw error;
        await sleep(100);
      }
    }
  };
  const startOnce = async () => {
    const all = {
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      port: String(port),
      timezone: 'UTC',
      ...settings,
    };
    const args = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const log = openSync(logFile, 'a');
    const child = spawn(join(programs, 'postgres'), ['-D', folder, ...args], {
      cwd: '/',
      env: { LC_ALL: 'C', PATH: '/usr/local/bin:/usr/bin:/bin', ...environment },
      stdio: ['ignore', log, log],
      detached: true,
      ...(user && { uid: user.uid, gid: user.gid }),
    });
    closeSync(log);
    const exited = once(child, 'exit');
    await untilAnswers(urlOf('postgres'), exited, logFile);
  };
  const postgres: Postgres = {
    port,
    dataFolder: folder,
    url: urlOf('postgres'),
    urlOf,
    start,
    stop: () => stop(postgres),
    postmasterPid: () => Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[0]),
    killPostmaster: async () => {
      const pid = postgres.postmasterPid();
      process.kill(pid, 'SIGKILL');
      await untilGone(pid);
    },
    logFile,
  };
  clusters.set(folder, postgres);
  await start();
  return postgres;
}

/** Runs a program of PostgreSQL as the owner of the clusters. */
export async function runPostgresProgram(program: string, args: string[]): Promise<void> {
  const user = isRoot() ? unprivilegedUser() : undefined;
  const { exitCode, output } = await runProgram(program, args, { workingDir: '/', user });
  if (exitCode !== 0) throw new Error(`${program} failed: ${output}`);
}

/** Creates an empty folder writable for PostgreSQL. */
export function createClusterFolder(folder: string): void {
  const user = isRoot() ? unprivilegedUser() : undefined;
  mkdirSync(folder, { recursive: true });
  if (user) chownSync(folder, user.uid, user.gid);
  chmodSync(folder, 0o700);
}

/** Stops what a campaign left running below its folder. */
export async function stopEveryPostgres(below: string): Promise<void> {
  for (const [folder, postgres] of clusters) {
    if (folder.startsWith(below)) await postgres.stop();
  }
}

/** Whether it accepts connections and answers. */
export async function isServing(url: string): Promise<boolean> {
  try {
    await administer(url, (client) => client.query('SELECT 1'));
    return true;
  } catch {
    return false;
  }
}

export async function untilServing(url: string): Promise<void> {
  while (!(await isServing(url))) await sleep(10);
}

async function untilAnswers(url: string, exited: Promise<unknown>, logFile: string): Promise<void> {
  let ended = false;
  void exited.then(() => {
    ended = true;
  });
  for (const giveUpAt = Date.now() + startTimeoutMs; Date.now() < giveUpAt;) {
    if (await isServing(url)) return;
    if (ended) break;
    await sleep(20);
  }
  throw new Error(`PostgreSQL did not start:\n${readFileSync(logFile, 'utf8').slice(-600)}`);
}

/** An immediate shutdown; these clusters are disposable. */
async function stop(postgres: Postgres): Promise<void> {
  clusters.delete(postgres.dataFolder);
  const pid = pidOf(postgres);
  if (pid === undefined) return;
  try {
    process.kill(pid, 'SIGQUIT');
    process.kill(pid, 'SIGCONT');
  } catch {
    return;
  }
  await untilGone(pid);
}

/** A new postmaster does not start while the process that `postmaster.pid` names exists. */
async function untilGone(pid: number): Promise<void> {
  try {
    while (process.kill(pid, 0)) await sleep(20);
  } catch {
    // No process has this id any more.
  }
}

function pidOf(postgres: Postgres): number | undefined {
  try {
    return postgres.postmasterPid();
  } catch {
    return undefined;
  }
}

function folderOf(program: string): string {
  return join(program, '..');
}
