import type { Engine } from '../distribution/engine.js';
import type { WalletEnvironment } from '../wallet-environment.js';

/** The service's role: exactly its rights on the tables. */
export const applicationRole = 'wallet_app';

/** Takes the restricted role (service), takes it read-only (reports), or keeps the login (migrations). */
export type SessionKind = 'application' | 'reports' | 'owner';

/** A session's settings, by PostgreSQL's names, applied before anything else uses it. */
export interface SessionSettings {
  role: string | undefined;
  /** DATABASE_URL cannot change these. */
  fixed: Readonly<Record<string, string>>;
  /** DATABASE_URL may override these. */
  adjustable: Readonly<Record<string, string>>;
}

/** The meaning of statements, and of the answers that the driver parses, depends on these. */
const language = {
  client_encoding: 'UTF8',
  // The driver parses times in any other style as null.
  DateStyle: 'ISO, YMD',
  IntervalStyle: 'postgres',
  TimeZone: 'UTC',
  bytea_output: 'hex',
  standard_conforming_strings: 'on',
  default_transaction_isolation: 'read committed',
};

/** A temporary table must not shadow a real one: PostgreSQL searches pg_temp first unless it is listed. */
function searchPath(schema: string): string {
  return `${schema}, pg_temp`;
}

/**
 * Limits enforced by the server: neither a forgotten transaction nor a lock queue outlives its caller (19.11.1 Statement
 * Behavior).
 */
export const timeLimits = {
  statement_timeout: '10s',
  lock_timeout: '8s',
  idle_in_transaction_session_timeout: '10s',
};

const serviceSettings = {
  ...timeLimits,
  // If the service's machine dies, nothing closes its connections: without these its locks would stay for two hours.
  tcp_keepalives_idle: '10s',
  tcp_keepalives_interval: '5s',
  tcp_keepalives_count: '3',
};

/**
 * Every statement of the service, except reports, has an index and one good plan, whatever its parameters. Together with the
 * journal's `renewPlans` this is all that steers the planner (ADR 26).
 */
const planning = {
  // One plan, made once: planning every statement again costs the database 8 to 60 % more per idle top-up.
  plan_cache_mode: 'force_generic_plan',
  // Reading a table that was analysed while empty seems free. Planned then, reading a user's balances took 13.7 ms among 100,000
  // accounts; by the index 0.04 ms.
  enable_seqscan: 'off',
  // The rows of a batch look up distinct keys: a cache of look-ups costs memory and never hits.
  enable_memoize: 'off',
  // A plan with a scan that is switched off costs so much that PostgreSQL compiles it, which takes 100 ms and more.
  jit: 'off',
};

/**
 * Citus chooses the shard of a statement when it plans it for its parameters, and gives a generic plan a cost that rules it out.
 * The checks of foreign keys, which run within a shard, keep theirs: planning them for every row doubled the cost of a top-up.
 */
const planningOnCitus = { ...planning, plan_cache_mode: 'auto' };

const byKind: Record<SessionKind, SessionSettings> = {
  application: { role: applicationRole, fixed: language, adjustable: { ...serviceSettings, ...planning } },
  reports: {
    role: applicationRole,
    fixed: { ...language, default_transaction_read_only: 'on' },
    // A report occupies one core: concurrent reports are limited, and parallel workers would bypass that limit.
    adjustable: { ...serviceSettings, max_parallel_workers_per_gather: '0' },
  },
  // Migrations run without time limits.
  owner: { role: undefined, fixed: language, adjustable: {} },
};

/** Settings that an address may not change either. */
const reserved = [
  'role',
  'session_authorization',
  'session_replication_role',
  'wallet.shard_count',
  'wallet.environment',
];

export interface AskedSettings {
  /** From `options` in DATABASE_URL. */
  asked: Readonly<Record<string, string>>;
  schema: string;
  engine?: Engine | undefined;
  /** For the migration that initialises a database. */
  shardCount?: number | undefined;
  /** The same. */
  environment?: WalletEnvironment | undefined;
}

/**
 * The settings of such a session, including those from `options` in DATABASE_URL. Throws if the address would change a setting
 * that the service depends on.
 */
export function sessionSettings(
  kind: SessionKind,
  { asked, schema, engine, shardCount, environment }: AskedSettings,
): SessionSettings {
  const { role } = byKind[kind];
  const adjustable =
    engine === 'citus' && kind === 'application'
      ? { ...byKind[kind].adjustable, ...planningOnCitus }
      : byKind[kind].adjustable;
  const fixed: Record<string, string> = { ...byKind[kind].fixed, search_path: searchPath(schema) };
  const ours = new Map([...Object.keys(fixed), ...reserved].map((name) => [name.toLowerCase(), name]));
  const known = new Map(Object.keys(adjustable).map((name) => [name.toLowerCase(), name]));
  const theirs: Record<string, string> = {};
  for (const [name, value] of Object.entries(asked)) {
    const own = ours.get(name.toLowerCase());
    if (own === undefined) {
      theirs[known.get(name.toLowerCase()) ?? name] = value;
    } else if (value !== fixed[own]) {
      throw new Error(
        `options in DATABASE_URL set ${own}, which the service sets itself: remove it from the address`,
      );
    }
  }
  return {
    role,
    fixed: {
      ...fixed,
      ...(shardCount !== undefined && { 'wallet.shard_count': String(shardCount) }),
      ...(environment !== undefined && { 'wallet.environment': environment }),
    },
    adjustable: { ...adjustable, ...theirs },
  };
}
