import type { DataSourceOptions } from 'typeorm';
import { readDatabaseUrl } from './database-url.js';
import { PreparingClient } from './preparing-client.js';

/** The role that migration 4 creates: what the service may do, and no more. */
export const applicationRole = 'wallet_app';

export interface ConnectionOptions {
  /** May name several hosts; see `readDatabaseUrl`. */
  url: string;
  /** How many connections the pool may open. */
  poolSize: number;
  /** The restricted role (the service), the same role read-only (reports), or the login itself (migrations). */
  as: 'application' | 'reports' | 'owner';
  /** Shown by `pg_stat_activity`. */
  applicationName: string;
  /** For the migration that initialises a database: into how many shards its users are divided. */
  shardCount?: number;
}

/** How long a caller waits for a free connection, and for a new one to be made. */
const connectTimeoutMs = 5_000;

/** How long a connection is silent before this side asks whether the other is still there. */
const keepAliveAfterMs = 10_000;

/**
 * Limits that the server enforces, so that neither a forgotten transaction nor a lock queue can outlive its caller
 * (PostgreSQL documentation, 19.11.1 Statement Behavior). Migrations may take as long as they need.
 */
const applicationSettings = {
  role: applicationRole,
  default_transaction_isolation: 'read committed',
  statement_timeout: '10s',
  lock_timeout: '8s',
  idle_in_transaction_session_timeout: '10s',
  // A service whose machine is gone cannot say so; without these its locks would stay for two hours.
  tcp_keepalives_idle: '10s',
  tcp_keepalives_interval: '5s',
  tcp_keepalives_count: '3',
  // Every statement of the service has its index and one good plan for any parameters, made once. The plan outlives the table
  // size that it was made for, so one made on an empty table must not be a sequential scan.
  plan_cache_mode: 'force_generic_plan',
  enable_seqscan: 'off',
};

const serverSettings = {
  application: applicationSettings,
  reports: {
    ...applicationSettings,
    default_transaction_read_only: 'on',
    // One report occupies one core; parallel workers would bypass the limit on reports.
    max_parallel_workers_per_gather: '0',
  },
  owner: { default_transaction_isolation: 'read committed' },
};

/**
 * Whoever asks for TLS gets all of it: the certificate must be by an authority that is trusted, and for this host. The driver
 * reads `prefer`, `require` and `verify-ca` so too, and warns that a later version of it will not; here it stays so.
 * `no-verify` has to be asked for by name, and so has libpq's weaker reading (`uselibpqcompat=true`).
 */
function withFullVerification(url: string): string {
  if (/[?&]uselibpqcompat=true(&|$)/.test(url)) return url;
  return url.replace(/([?&]sslmode=)(prefer|require|verify-ca)(?=&|$)/, '$1verify-full');
}

/** What TypeORM needs to talk to the database in this way. */
export function postgresOptions({ url, poolSize, as, applicationName, shardCount }: ConnectionOptions) {
  const settings = Object.entries({
    ...serverSettings[as],
    ...(shardCount !== undefined && { 'wallet.shard_count': String(shardCount) }),
  })
    .map(([name, value]) => `-c ${name}=${value.replaceAll(' ', '\\ ')}`)
    .join(' ');
  const { url: firstUrl, hosts, readWrite } = readDatabaseUrl(url);
  return {
    type: 'postgres',
    url: withFullVerification(firstUrl),
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
      options: settings,
    },
  } satisfies DataSourceOptions;
}
