import {
  type EmbeddedCluster,
  type EmbeddedClusterOptions,
  requireOwnSessions,
  startEmbeddedCluster,
  withSchema,
} from '@app/database';
import type { Configuration } from '../configuration/configuration.js';
import { exitCodeOf, onStopSignal } from '../stop-signals.js';
import { embeddedLogins } from './embedded-logins.js';

/** A PostgreSQL to work on, and how to leave it. */
export interface OpenDatabase {
  /** With the login of the service. */
  url: string;
  /** With the login that owns the tables, which may be the same. */
  ownerUrl: string;
  embedded: boolean;
  /** Resolves with the reason when a service's embedded PostgreSQL has failed for good. */
  lost: Promise<Error>;
  /** Until this is called, SIGTERM and SIGINT stop the embedded PostgreSQL and exit. Afterwards the caller handles them. */
  releaseSignals(): void;
  close(): Promise<void>;
}

export interface OpenDatabaseOptions extends Pick<EmbeddedClusterOptions, 'role'> {
  /** Whose address the caller is going to use first: it is tried. */
  login?: 'service' | 'owner';
}

/**
 * Opens the database in DATABASE_URL; without one, attaches to the embedded database or starts it. A `DATA_DIR` has one
 * service; commands share its database.
 *
 * Throws UnfitConnectionError behind a pooler that does not give each connection a session.
 */
export async function openDatabase(
  configuration: Pick<Configuration, 'databaseUrl' | 'migrationDatabaseUrl' | 'databaseSchema' | 'dataDir'>,
  log: (message: string) => void,
  { role = 'command', login = 'service' }: OpenDatabaseOptions = {},
): Promise<OpenDatabase> {
  const { databaseUrl, migrationDatabaseUrl, databaseSchema, dataDir } = configuration;
  const inSchema = (url: string) => (databaseSchema === undefined ? url : withSchema(url, databaseSchema));
  if (databaseUrl !== undefined) {
    const ownerUrl = migrationDatabaseUrl ?? databaseUrl;
    await requireOwnSessions(login === 'owner' ? ownerUrl : databaseUrl);
    return {
      url: inSchema(databaseUrl),
      ownerUrl: inSchema(ownerUrl),
      embedded: false,
      lost: new Promise(() => undefined),
      releaseSignals: () => undefined,
      close: () => Promise.resolve(),
    };
  }
  const starting = startEmbeddedCluster({ dataDir, role, log });
  const releaseSignals = onStopSignal((signal) => void stopAndExit(starting, signal));
  const cluster = await starting;
  try {
    const { url, ownerUrl } = await embeddedLogins(cluster);
    return {
      url: inSchema(url),
      ownerUrl: inSchema(ownerUrl),
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

/** The server runs in its own session: it would outlive a command, or a start, that a signal ends. */
async function stopAndExit(starting: Promise<EmbeddedCluster>, signal: NodeJS.Signals): Promise<void> {
  try {
    await (await starting).stop();
  } finally {
    // Exit at once: the command would only report that its database is gone.
    process.exit(exitCodeOf(signal));
  }
}
