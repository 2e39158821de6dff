import type { DataSourceOptions } from 'typeorm';
import { readDatabaseUrl } from './database-url.js';
import type { Engine } from './distribution/engine.js';
import { ConnectionPool } from './pool/connection-pool.js';
import { PreparingClient } from './preparing-client.js';
import type { ConnectionFitness } from './session/connection-fitness.js';
import type { SessionClaim } from './session/session-client.js';
import { type SessionKind, sessionSettings } from './session/settings.js';
import { takeUrlOptions } from './session/url-options.js';
import type { WalletEnvironment } from './wallet-environment.js';

export interface ConnectionOptions {
  /** May list several hosts, see `readDatabaseUrl`, and settings in `options`, see `sessionSettings`. */
  url: string;
  /** How many connections the pool may open. */
  poolSize: number;
  /** How many of them stay open once they are; none by default. */
  kept?: number;
  /** Called when the server refuses a connection and the pool has none. */
  onStarved?: () => void;
  as: SessionKind;
  /** Shown by `pg_stat_activity`. */
  applicationName: string;
  /** For the migration that initialises a database: the number of shards to divide its users into. */
  shardCount?: number | undefined;
  /** For the migration that initialises a database: what it is for. */
  environment?: WalletEnvironment | undefined;
  /** `postgres` by default. */
  engine?: Engine;
  /** More settings of the session, which the URL cannot change. */
  settings?: Readonly<Record<string, string>>;
  /** Notified of every new connection. */
  fitness?: ConnectionFitness;
}

/** The limit for waiting for a free connection, and for opening a new one. */
const connectTimeoutMs = 5_000;

/** The idle time after which the client probes the server. */
const keepAliveAfterMs = 10_000;

/**
 * TLS always verifies fully: the certificate must be issued by a trusted authority, for this host. The driver treats `prefer`,
 * `require` and `verify-ca` this way too, and warns that a later version will not; here it stays. Weaker checks must be requested
 * by name: `no-verify`, or libpq's reading with `uselibpqcompat=true`.
 */
function withFullVerification(url: string): string {
  if (/[?&]uselibpqcompat=true(&|$)/.test(url)) return url;
  return url.replace(/([?&]sslmode=)(prefer|require|verify-ca)(?=&|$)/, '$1verify-full');
}

/** TypeORM options for such a connection. Throws if `url` cannot be parsed or asks for something unsupported. */
export function postgresOptions({
  url,
  poolSize,
  kept = 0,
  onStarved,
  as,
  applicationName,
  shardCount,
  environment,
  engine,
  settings = {},
  fitness,
}: ConnectionOptions) {
  const { url: firstUrl, hosts, readWrite, schema } = readDatabaseUrl(url);
  const { url: plainUrl, settings: asked } = takeUrlOptions(firstUrl);
  const wanted = sessionSettings(as, { asked, schema, engine, shardCount, environment });
  const session: SessionClaim = { settings: { ...wanted, fixed: { ...wanted.fixed, ...settings } }, fitness };
  return {
    type: 'postgres',
    driver: { Pool: ConnectionPool },
    url: withFullVerification(plainUrl),
    applicationName,
    // Only migrations change the schema.
    synchronize: false,
    migrationsTableName: 'schema_migrations',
    // An idle connection that ends is replaced by the pool; a caller that just got it sees the error on its next query.
    poolErrorHandler: () => undefined,
    extra: {
      Client: PreparingClient,
      ...((hosts.length > 1 || readWrite) && { hostChoice: { hosts, readWrite } }),
      max: poolSize,
      min: kept,
      onStarved,
      // Only statements sent without awaiting the previous answer are pipelined; see the journal's pipeline.
      pipeline: as === 'application',
      connectionTimeoutMillis: connectTimeoutMs,
      keepAlive: true,
      // Also detects a dead server while a read waits for it.
      keepAliveInitialDelayMillis: keepAliveAfterMs,
      session,
    },
  } satisfies DataSourceOptions;
}
