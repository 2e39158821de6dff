import { createHmac } from 'node:crypto';
import {
  type EmbeddedCluster,
  type EmbeddedClusterOptions,
  prepareServiceLogin,
  startEmbeddedCluster,
  withSchema,
} from '@app/database';
import type { Configuration } from '../configuration/configuration.js';
import { exitCodeOf, onStopSignal } from '../stop-signals.js';
import { type AddressVariable, reachDatabase } from './reach-database.js';

/** A PostgreSQL to work on. */
export interface OpenDatabase {
  /** The address with the login of the service. */
  url: string;
  /** The address with the login that owns the tables, which may be the same. */
  ownerUrl: string;
  /** The variable that `ownerUrl` comes from. */
  ownerVariable: AddressVariable;
  embedded: boolean;
  /** Resolves with the reason when a service's embedded PostgreSQL has failed for good. */
  lost: Promise<Error>;
  /** Until this is called, SIGTERM and SIGINT stop the embedded PostgreSQL and exit. Afterwards the caller handles them. */
  releaseSignals(): void;
  close(): Promise<void>;
}

export interface OpenDatabaseOptions extends Pick<EmbeddedClusterOptions, 'create' | 'role'> {
  /** The login that the caller uses first. Its address is checked. */
  login?: 'service' | 'owner';
}

/**
 * Opens the database in DATABASE_URL. Without one, attaches to the embedded database or starts it. Only one service may run on a
 * `DATA_DIR`; commands share its database.
 *
 * Throws AddressError if it cannot be reached, or behind a pooler that does not give each connection a session.
 */
export async function openDatabase(
  configuration: Pick<Configuration, 'databaseUrl' | 'migrationDatabaseUrl' | 'databaseSchema' | 'dataDir'>,
  log: (message: string) => void,
  { create = true, role = 'command', login = 'service' }: OpenDatabaseOptions = {},
): Promise<OpenDatabase> {
  const { databaseUrl, migrationDatabaseUrl, databaseSchema, dataDir } = configuration;
  const inSchema = (url: string) => (databaseSchema === undefined ? url : withSchema(url, databaseSchema));
  if (databaseUrl !== undefined) {
    const ownerUrl = migrationDatabaseUrl ?? databaseUrl;
    const ownerVariable = migrationDatabaseUrl === undefined ? 'DATABASE_URL' : 'MIGRATION_DATABASE_URL';
    await reachDatabase(
      login === 'owner'
        ? { url: ownerUrl, variable: ownerVariable }
        : { url: databaseUrl, variable: 'DATABASE_URL' },
    );
    return {
      url: inSchema(databaseUrl),
      ownerUrl: inSchema(ownerUrl),
      ownerVariable,
      embedded: false,
      lost: new Promise(() => undefined),
      releaseSignals: () => undefined,
      close: () => Promise.resolve(),
    };
  }
  const starting = startEmbeddedCluster({ dataDir, create, role, log });
  const releaseSignals = onStopSignal((signal) => void stopAndExit(starting, signal));
  const cluster = await starting;
  try {
    const { url, ownerUrl } = await embeddedLogins(cluster);
    return {
      url: inSchema(url),
      ownerUrl: inSchema(ownerUrl),
      ownerVariable: 'DATABASE_URL',
      embedded: true,
      lost: cluster.lost,
      releaseSignals,
      close: () => cluster.stop(),
    };
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}

/** The login of the service in the embedded database. */
const serviceLogin = 'wallet_service';

/** The embedded database has two logins: its superuser, which owns the tables, and one for the service, which owns nothing. */
async function embeddedLogins({
  url: clusterUrl,
}: Pick<EmbeddedCluster, 'url'>): Promise<Pick<OpenDatabase, 'url' | 'ownerUrl'>> {
  // The embedded server listens on loopback without TLS, whatever PGSSLMODE demands of other servers.
  const ownerUrl = `${clusterUrl}?sslmode=disable`;
  const url = new URL(ownerUrl);
  // Derived, not stored: a second file could be lost, and every process on the folder must arrive at the same password.
  const password = createHmac('sha256', url.password).update(serviceLogin).digest('hex');
  await prepareServiceLogin(ownerUrl, { name: serviceLogin, password });
  Object.assign(url, { username: serviceLogin, password });
  return { url: url.href, ownerUrl };
}

/** Needed because the server runs in a separate session: it would outlive a process that a signal ends. */
async function stopAndExit(starting: Promise<EmbeddedCluster>, signal: NodeJS.Signals): Promise<void> {
  try {
    await (await starting).stop();
  } finally {
    // Exit at once: the command would only report that its database is gone.
    process.exit(exitCodeOf(signal));
  }
}
