import { readFileSync, realpathSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { EmbeddedClusterError, systemErrorCode } from './embedded-cluster-error.js';
import { isPostgresServer, pidExists } from './process-identity.js';

/** A postmaster is PostgreSQL's main process; `postmaster.pid` in its data folder describes it. */
export interface Postmaster {
  pid: number;
  port: number;
}

type Answer = 'ready' | 'busy' | 'refused' | 'wrong password';

const pollMs = 250;
const probeTimeoutMs = 3_000;
// A server listens from within milliseconds of writing its pid file until it has stopped.
const refusedMs = 5_000;
// Crash recovery replays at most a few checkpoints of log.
const busyMs = 300_000;

/**
 * The postmaster named by the pid file, if it may be alive: the file belongs to this folder, the process exists, and, if that can
 * be checked, it is a PostgreSQL.
 */
export function livePostmaster(pgData: string): Postmaster | undefined {
  const [pidLine, folder, , portLine] = readPidFile(pgData)?.split('\n') ?? [];
  const [pid, port] = [Number(pidLine), Number(portLine)];
  if (!Number.isInteger(pid) || pid <= 0 || !port || !folder || !isSameFolder(folder, pgData))
    return undefined;
  return pidExists(pid) && isPostgresServer(pid) !== false ? { pid, port } : undefined;
}

/**
 * Finds the server running on the folder, waiting while it starts or stops. Only the right server accepts the password: pids are
 * reused, especially in containers. Removes a stale pid file that would keep a new server from starting. Raises
 * EmbeddedClusterError if a server neither answers nor exits.
 */
export async function findPostmaster(pgData: string, password: string): Promise<Postmaster | undefined> {
  const begin = Date.now();
  for (;;) {
    const postmaster = livePostmaster(pgData);
    if (!postmaster) break;
    const answer = await askPostmaster(postmaster.port, password);
    if (answer === 'ready') return postmaster;
    if (answer === 'wrong password') throw wrongPassword(pgData, postmaster);
    if (answer === 'refused' && Date.now() - begin > refusedMs) break;
    if (Date.now() - begin > busyMs) throw noAnswer(pgData, postmaster);
    await sleep(pollMs);
  }
  removeForeignPidFile(pgData);
  return undefined;
}

/**
 * PostgreSQL removes the pid file of a dead process, but takes any live process with that pid for its server and refuses to
 * start. Removing the file is safe: PostgreSQL also checks for shared memory in use, whose key comes from the data folder.
 */
function removeForeignPidFile(pgData: string): void {
  const pid = Number(readPidFile(pgData)?.split('\n')[0]);
  if (Number.isInteger(pid) && pid > 0 && pidExists(pid))
    rmSync(join(pgData, 'postmaster.pid'), { force: true });
}

async function askPostmaster(port: number, password: string): Promise<Answer> {
  const client = new Client({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password,
    database: 'postgres',
    ssl: false,
    connectionTimeoutMillis: probeTimeoutMs,
  });
  client.on('error', () => undefined); // `connect` rejects with the same error
  try {
    await client.connect();
    return 'ready';
  } catch (error) {
    return answerOf(systemErrorCode(error));
  } finally {
    await client.end().catch(() => undefined);
  }
}

function answerOf(code: string | undefined): Answer {
  if (code === '53300') return 'ready'; // too_many_connections: it is up
  if (code === '28P01') return 'wrong password'; // invalid_password
  return code === 'ECONNREFUSED' ? 'refused' : 'busy'; // 57P03 cannot_connect_now: starting or stopping
}

function readPidFile(pgData: string): string | undefined {
  try {
    return readFileSync(join(pgData, 'postmaster.pid'), 'utf8');
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function isSameFolder(folder: string, pgData: string): boolean {
  try {
    return realpathSync(resolve(folder)) === realpathSync(pgData);
  } catch {
    return false; // the file was copied here together with the data
  }
}

function wrongPassword(pgData: string, { pid, port }: Postmaster): EmbeddedClusterError {
  return new EmbeddedClusterError(
    `Process ${pid} on port ${port} should be the embedded PostgreSQL of ${pgData} but rejects its password. ` +
      `Restore the password file, or, if that process is another PostgreSQL, delete ${join(pgData, 'postmaster.pid')}.`,
  );
}

function noAnswer(pgData: string, { pid, port }: Postmaster): EmbeddedClusterError {
  return new EmbeddedClusterError(
    `The embedded PostgreSQL of ${pgData} (process ${pid}, port ${port}) runs but does not answer. ` +
      'See postgres.log next to that folder; stop the process with SIGINT and start again.',
  );
}
