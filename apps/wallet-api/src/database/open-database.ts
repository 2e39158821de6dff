import {
  type EmbeddedCluster,
  type EmbeddedClusterOptions,
  requireOwnSessions,
  startEmbeddedCluster,
  withSchema,
} from '@app/database';
import type { Configuration } from '../configuration/configuration.js';
import { exitCodeOf, onStopSignal } from '../process/stop-signals.js';

/** A PostgreSQL to work on, and how to leave it. */
export interface OpenDatabase {
  url: string;
  embedded: boolean;
  /** Resolves with the reason when a service's embedded PostgreSQL has failed for good. */
  lost: Promise<Error>;
  /** Until this is called, SIGTERM and SIGINT stop the embedded PostgreSQL and exit. Afterwards the caller handles them. */
  releaseSignals(): void;
  close(): Promise<void>;
}

/**
 * Opens the database in DATABASE_URL; without one, attaches to the embedded database or starts it. A `DATA_DIR` has one
 * service; commands share its database.
 *
 * Throws UnfitConnectionError behind a pooler that does not give each connection a session.
 */
export async function openDatabase(
  { databaseUrl, databaseSchema, dataDir }: Pick<Configuration, 'databaseUrl' | 'databaseSchema' | 'dataDir'>,
  log: (message: string) => void,
  { role = 'command' }: Pick<EmbeddedClusterOptions, 'role'> = {},
): Promise<OpenDatabase> {
  const inSchema = (url: string) => (databaseSchema === undefined ? url : withSchema(url, databaseSchema));
  if (databaseUrl !== undefined) {
    await requireOwnSessions(databaseUrl);
    return {
      url: inSchema(databaseUrl),
      embedded: false,
      lost: new Promise(() => undefined),
      releaseSignals: () => undefined,
      close: () => Promise.resolve(),
    };
  }
  const starting = startEmbeddedCluster({ dataDir, role, log });
  const releaseSignals = onStopSignal((signal) => void stopAndExit(starting, signal));
  const cluster = await starting;
  return {
    // It listens on loopback, without TLS, whatever PGSSLMODE asks of other servers.
    url: inSchema(`${cluster.url}?sslmode=disable`),
    embedded: true,
    lost: cluster.lost,
    releaseSignals,
    close: () => cluster.stop(),
  };
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
