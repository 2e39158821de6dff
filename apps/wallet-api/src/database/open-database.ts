import { startEmbeddedCluster } from '@app/database';
import type { Configuration } from '../configuration/configuration.js';

/** A PostgreSQL to work on, and how to leave it. */
export interface OpenDatabase {
  url: string;
  embedded: boolean;
  close(): Promise<void>;
}

/** The database that the operator named, or else the embedded one, which is started if nobody has yet. */
export async function openDatabase(
  { databaseUrl, dataDir }: Pick<Configuration, 'databaseUrl' | 'dataDir'>,
  log: (message: string) => void,
): Promise<OpenDatabase> {
  if (databaseUrl !== undefined) {
    return { url: databaseUrl, embedded: false, close: () => Promise.resolve() };
  }
  const cluster = await startEmbeddedCluster({ dataDir, log });
  // It listens on loopback, without TLS, whatever PGSSLMODE asks of other servers.
  return { url: `${cluster.url}?sslmode=disable`, embedded: true, close: () => cluster.stop() };
}
