import type { DataSourceOptions } from 'typeorm';
import { readDatabaseUrl } from './database-url.js';
import { PreparingClient } from './preparing-client.js';
import type { ConnectionFitness } from './session/connection-fitness.js';
import type { SessionClaim } from './session/session-client.js';
import { type SessionKind, sessionSettings } from './session/settings.js';
import { takeUrlOptions } from './session/url-options.js';

export interface ConnectionOptions {
  /** May name several hosts, see `readDatabaseUrl`, and settings in `options`, see `sessionSettings`. */
  url: string;
  /** How many connections the pool may open. */
  poolSize: number;
  as: SessionKind;
  /** Shown by `pg_stat_activity`. */
  applicationName: string;
  /** For the migration that initialises a database: into how many shards its users are divided. */
  shardCount?: number;
  /** Is told of every new connection. */
  fitness?: ConnectionFitness;
}

/** How long a caller waits for a free connection, and for a new one to be made. */
const connectTimeoutMs = 5_000;

/** How long a connection is silent before this side asks whether the other is still there. */
const keepAliveAfterMs = 10_000;

/**
 * Whoever asks for TLS gets all of it: the certificate must be by an authority that is trusted, and for this host. The driver
 * reads `prefer`, `require` and `verify-ca` so too, and warns that a later version of it will not; here it stays so.
 * `no-verify` has to be asked for by name, and so has libpq's weaker reading (`uselibpqcompat=true`).
 */
function withFullVerification(url: string): string {
  if (/[?&]uselibpqcompat=true(&|$)/.test(url)) return url;
  return url.replace(/([?&]sslmode=)(prefer|require|verify-ca)(?=&|$)/, '$1verify-full');
}

/** What TypeORM needs to talk to the database in this way. Throws for a `url` that cannot be read or asks for what cannot be. */
export function postgresOptions({
  url,
  poolSize,
  as,
  applicationName,
  shardCount,
  fitness,
}: ConnectionOptions) {
  const { url: firstUrl, hosts, readWrite, schema } = readDatabaseUrl(url);
  const { url: plainUrl, settings: asked } = takeUrlOptions(firstUrl);
  const session: SessionClaim = { settings: sessionSettings(as, { asked, schema, shardCount }), fitness };
  return {
    type: 'postgres',
    url: withFullVerification(plainUrl),
    applicationName,
    // The schema belongs to the migrations alone.
    synchronize: false,
    migrationsTableName: 'schema_migrations',
    // A connection that ends while it is idle: the pool replaces it, and whoever needs it next notices.
    poolErrorHandler: () => undefined,
    extra: {
      Client: PreparingClient,
      ...((hosts.length > 1 || readWrite) && { hostChoice: { hosts, readWrite } }),
      max: poolSize,
      // Only what is sent without waiting for the answer before it goes together; see the pipeline of the journal.
      pipeline: as === 'application',
      // A connection keeps its plans; a minute is as long as a plan may be out of date.
      maxLifetimeSeconds: 60,
      connectionTimeoutMillis: connectTimeoutMs,
      keepAlive: true,
      // The same from this side: a read that waits for a machine that is gone.
      keepAliveInitialDelayMillis: keepAliveAfterMs,
      session,
    },
  } satisfies DataSourceOptions;
}
