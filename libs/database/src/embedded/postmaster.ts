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
// A server listens within milliseconds of writing its pid file, and until it has stopped.
const refusedMs = 5_000;
// Recovery after a crash replays at most a few checkpoints of log.
const busyMs = 300_000;

/**
 * The postmaster that the pid file names, if it may be alive: the file is for this very folder, the process exists,
 * and where it can be seen it is a PostgreSQL.
 */
export function livePostmaster(pgData: string): Postmaster | undefined {
  const [pidLine, folder, , portLine] = readPidFile(pgData)?.split('\n') ?? [];
  const [pid, port] = [Number(pidLine), Number(portLine)];
  if (!Number.isInteger(pid) || pid <= 0 || !port || !folder || !isSameFolder(folder, pgData))
    return undefined;
  return pidExists(pid) && isPostgresServer(pid) !== false ? { pid, port } : undefined;
}

/**
 * Finds the server that runs on the folder, waiting while it starts or stops. That it knows the password proves
 * that it is ours: pids are reused, most of all in containers. Leaves no pid file behind that would keep a new
 * server from starting. Raises EmbeddedClusterError when a server neither answers nor goes away.
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
 * PostgreSQL clears away the pid file of a dead process, but takes any live one for its server and refuses to
 * start, though the pid may long be another's. Removing the file is safe: PostgreSQL also looks for shared
 * memory in use, whose key comes from the data folder.
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
  client.on('error', () => undefined); // the attempt's own rejection says the same
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
  if (code === '53300') return 'ready'; // too_many_connections: up, and busy with somebody
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
    return false; // the file came from elsewhere, with a copy of the data
  }
}

function wrongPassword(pgData: string, { pid, port }: Postmaster): EmbeddedClusterError {
  return new EmbeddedClusterError(
    `Process ${pid} on port ${port} should be the embedded PostgreSQL of ${pgData}, and does not accept its password. ` +
      `Restore the password file, or, if that process is another PostgreSQL, delete ${join(pgData, 'postmaster.pid')}.`,
  );
}

function noAnswer(pgData: string, { pid, port }: Postmaster): EmbeddedClusterError {
  return new EmbeddedClusterError(
    `The embedded PostgreSQL of ${pgData} (process ${pid}, port ${port}) runs and does not answer. ` +
      'Look into postgres.log beside that folder; stop the process with SIGINT and start again.',
  );
}
