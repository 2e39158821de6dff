import type pg from 'pg';
import { postgresOptions } from '../connection.js';
import { PreparingClient } from '../preparing-client.js';
import { sharedSession } from './unfit-connection-error.js';

/**
 * Looks, before anything is set on a connection, whether each has a dedicated session. Two that are open at once and talk to the
 * same server process have not, nor has one whose process changes.
 *
 * Throws UnfitConnectionError, or the error of the connection.
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
