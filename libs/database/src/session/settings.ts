/** The role of the service: what it may do, and no more. */
export const applicationRole = 'wallet_app';

/** Takes the restricted role (the service), takes it to read only (its reports), or stays what the login is (migrations). */
export type SessionKind = 'application' | 'reports' | 'owner';

/** What a session is made into before anything else uses it, by the names of PostgreSQL's settings. */
export interface SessionSettings {
  role: string | undefined;
  /** What DATABASE_URL cannot change. */
  fixed: Readonly<Record<string, string>>;
  /** What it can. */
  adjustable: Readonly<Record<string, string>>;
}

/** What statements mean, and what the driver reads in their answers, depends on these. */
const language = {
  client_encoding: 'UTF8',
  // The driver reads times of any other style as null.
  DateStyle: 'ISO, YMD',
  IntervalStyle: 'postgres',
  TimeZone: 'UTC',
  bytea_output: 'hex',
  standard_conforming_strings: 'on',
  default_transaction_isolation: 'read committed',
};

/** A temporary table must not stand in front of a real one: PostgreSQL looks there first if it is not named. */
function searchPath(schema: string): string {
  return `${schema}, pg_temp`;
}

/** Limits that the server enforces: neither a forgotten transaction nor a lock queue outlives its caller (19.11.1 Statement Behavior). */
export const timeLimits = {
  statement_timeout: '10s',
  lock_timeout: '8s',
  idle_in_transaction_session_timeout: '10s',
};

const serviceSettings = {
  ...timeLimits,
  // A service whose machine is gone cannot say so: without these its locks would stay for two hours.
  tcp_keepalives_idle: '10s',
  tcp_keepalives_interval: '5s',
  tcp_keepalives_count: '3',
};

/**
 * Every statement of the service, reports aside, has its index and one good plan, whatever its parameters. With `renewPlans` of
 * the journal this is all that steers the planner (ADR 26).
 */
const planning = {
  // One plan, made once: an idle top-up costs the database 8 to 60 % more when each of its statements is planned again.
  plan_cache_mode: 'force_generic_plan',
  // A table that was analysed empty costs nothing to read. Planned then, the balances of a user took 13.7 ms among 100,000 accounts;
  // by the index 0.04 ms.
  enable_seqscan: 'off',
};

const byKind: Record<SessionKind, SessionSettings> = {
  application: { role: applicationRole, fixed: language, adjustable: { ...serviceSettings, ...planning } },
  reports: {
    role: applicationRole,
    fixed: { ...language, default_transaction_read_only: 'on' },
    // One report occupies one core: how many may run at once is limited, and workers would get around that limit.
    adjustable: { ...serviceSettings, max_parallel_workers_per_gather: '0' },
  },
  // Migrations may take as long as they need.
  owner: { role: undefined, fixed: language, adjustable: {} },
};

/** What an address may not ask for either. */
const reserved = ['role', 'session_authorization', 'session_replication_role', 'wallet.shard_count'];

export interface AskedSettings {
  /** By DATABASE_URL, in `options`. */
  asked: Readonly<Record<string, string>>;
  schema: string;
  /** For the migration that initialises a database. */
  shardCount?: number | undefined;
}

/**
 * The settings of such a session, with those that DATABASE_URL asks for in `options`. Throws for one that the service rests on
 * and that the address would change.
 */
export function sessionSettings(
  kind: SessionKind,
  { asked, schema, shardCount }: AskedSettings,
): SessionSettings {
  const { role, adjustable } = byKind[kind];
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
    fixed: { ...fixed, ...(shardCount !== undefined && { 'wallet.shard_count': String(shardCount) }) },
    adjustable: { ...adjustable, ...theirs },
  };
}
