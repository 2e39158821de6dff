import { nodeUrls } from './citus-nodes.js';
import { isCitus } from './test-server.js';
import { withClient } from './with-client.js';
import pg from 'pg';
import { dropRun, dropUnusedRole, ensureMarkedRole, removeLeftovers } from './cleanup.js';
import { ServerError } from './server-error.js';
import { distributedEngine, newPrefix, type OpenServer } from './test-server.js';

const answersWithinMs = 10_000;
const oldestVersion = 150_000;

/**
 * Uses a server that the run neither starts nor stops. One session stays open until the end: its application_name tells other
 * runs that the databases of this one are in use. Closing it drops everything that the run created there, even what a failed test
 * left behind.
 *
 * Throws ServerError if the server cannot be used.
 */
export async function useExternalServer(url: string): Promise<OpenServer> {
  const engine = distributedEngine();
  if (engine !== undefined && engine !== 'citus')
    throw new ServerError(`TEST_DISTRIBUTED must be citus, not ${engine}`);
  const prefix = newPrefix();
  const session = await connect(url, prefix);
  try {
    await requireUsable(session);
    if (isCitus()) await onWorkers(url, (worker) => removeLeftovers(worker, session));
    await removeLeftovers(session);
    await ensureMarkedRole(session);
  } catch (error) {
    await session.end();
    throw error;
  }
  const close = async () => {
    await dropRun(session, prefix);
    if (isCitus()) await onWorkers(url, (worker) => dropRun(worker, prefix));
    await dropUnusedRole(session);
    await session.end();
  };
  return { url, prefix, close };
}

async function onWorkers(url: string, work: (worker: pg.Client) => Promise<void>): Promise<void> {
  const [, ...workers] = await nodeUrls({ url });
  for (const worker of workers) await withClient(worker, work);
}

async function connect(url: string, prefix: string): Promise<pg.Client> {
  if (!URL.canParse(url) || !url.endsWith('/postgres')) {
    throw new ServerError('it must be postgres://<superuser>:<password>@<host>:<port>/postgres');
  }
  const session = new pg.Client({
    connectionString: url,
    application_name: prefix,
    connectionTimeoutMillis: answersWithinMs,
    keepAlive: true,
    options: '-c idle_session_timeout=0',
  });
  session.on('error', () => undefined); // the next statement reports it
  try {
    await session.connect();
  } catch (error) {
    const { host, username } = new URL(url);
    const reason = error instanceof Error ? error.message : String(error);
    throw new ServerError(`${username} cannot connect to ${host} (${reason})`);
  }
  return session;
}

/** Refuses now what would otherwise fail in many tests. */
async function requireUsable(session: pg.Client): Promise<void> {
  const { rows } = await session.query<{ login: string; isSuperuser: boolean; version: number }>(
    `SELECT rolname AS login, rolsuper AS "isSuperuser", current_setting('server_version_num')::int AS version
     FROM pg_roles WHERE rolname = current_user`,
  );
  const [server] = rows;
  if (!server?.isSuperuser) {
    throw new ServerError(`the login ${server?.login ?? ''} must be a superuser`);
  }
  if (server.version < oldestVersion) throw new ServerError('PostgreSQL 15 or newer is required');
}
