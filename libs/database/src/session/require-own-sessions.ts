import type pg from 'pg';
import { postgresOptions } from '../connection.js';
import { PreparingClient } from '../preparing-client.js';
import { sharedSession } from './unfit-connection-error.js';

/**
 * Checks, before anything is set on a connection, that each has a dedicated session. Two open connections with the same server
 * process do not, nor does one whose process changes.
 *
 * Throws UnfitConnectionError, or the connection error.
 */
export async function requireOwnSessions(url: string): Promise<void> {
  const clients = [bareClient(url), bareClient(url)] as const;
  const [one, other] = clients;
  try {
    const before = await processOf(await one.connect());
    const another = await processOf(await other.connect());
    const after = await processOf(one);
    if (another === before || after !== before) throw sharedSession();
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}

function bareClient(url: string): PreparingClient {
  const applicationName = 'wallet-check';
  const { url: connectionString, extra } = postgresOptions({
    url,
    poolSize: 2,
    as: 'owner',
    applicationName,
  });
  return new PreparingClient({
    ...extra,
    connectionString,
    application_name: applicationName,
    session: undefined,
  });
}

async function processOf(client: pg.Client): Promise<number | undefined> {
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  return rows[0]?.pid;
}
