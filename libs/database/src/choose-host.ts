import pg from 'pg';
import type { DatabaseHost } from './database-url.js';
import { hasSqlState, tooManyConnections } from './sql-state.js';

/** The hosts of a database, as the pool passes them to its clients. */
export interface HostChoice {
  hosts: readonly DatabaseHost[];
  readWrite: boolean;
}

/** How long a host may take to answer before the next one is tried. */
const probeTimeoutMs = 2_000;

/** No host is suitable now; that may change at any moment. */
export class NoSuitableHostError extends Error {
  constructor(reasons: readonly string[], options?: ErrorOptions) {
    // `isTransientDatabaseError` recognises "connection error" as a connection problem.
    super(`connection error: no suitable host in DATABASE_URL: ${reasons.join('; ')}`, options);
    this.name = 'NoSuitableHostError';
  }
}

/** Returns the first host that answers and, if required, accepts writes. Throws NoSuitableHostError. */
export async function chooseHost(
  config: pg.ClientConfig,
  { hosts, readWrite }: HostChoice,
): Promise<DatabaseHost> {
  const reasons: string[] = [];
  let full: unknown;
  for (const host of hosts) {
    const reason = await reasonAgainst(config, host, readWrite);
    if (reason === undefined) return host;
    if (hasSqlState(reason, tooManyConnections)) full = reason;
    reasons.push(`${host.host}:${host.port} ${reason.message || reason.name}`);
  }
  throw new NoSuitableHostError(reasons, { cause: full });
}

async function reasonAgainst(
  config: pg.ClientConfig,
  host: DatabaseHost,
  readWrite: boolean,
): Promise<Error | undefined> {
  const client = new pg.Client({ ...config, connectionTimeoutMillis: probeTimeoutMs });
  client.on('error', () => undefined); // the pending call rejects with the same error
  Object.assign(client, host);
  try {
    await client.connect();
    if (!readWrite) return undefined;
    const { rows } = await client.query<{ transaction_read_only: string }>('SHOW transaction_read_only');
    return rows[0]?.transaction_read_only === 'on' ? new Error('is read-only') : undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  } finally {
    void client.end().catch(() => undefined);
  }
}
