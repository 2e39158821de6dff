import type { WalletEnvironment } from '@app/database';
import type { ReportsOptions } from '@app/reports';
import type { WelcomeGrant } from '@app/users';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, type ValidationError, validateSync } from 'class-validator';
import type { MetricsOptions } from '../../metrics/options.js';
import { parseTrustProxy } from '../../request/http/trust-proxy.js';
import type { RateLimit } from '../../request/rate-limits/rate-limiter.js';
import { defaultRateLimits, type RateLimitOptions } from '../../request/rate-limits/rate-limits.js';
import type { ApplicationOptions } from './application-options.js';
import { Environment } from './environment.js';
import { parseList, parseMilliseconds, parsePeriod, parseRateLimit } from './rules.js';
import { demoWelcomeGrant, readWelcomeGrant } from './welcome-grant.js';

/** Settings that reach the application unchanged. */
type ApplicationSettings = Pick<
  ApplicationOptions,
  | 'corsOrigins'
  | 'logLevel'
  | 'metrics'
  | 'playerDaily'
  | 'rateLimits'
  | 'slowRequestMs'
  | 'trustProxy'
  | 'verification'
  | 'welcomeGrant'
>;

/** What an operator configures: the settings of the application and those of the process around it. */
export interface Configuration extends ApplicationSettings {
  /** NODE_ENV is production. */
  production: boolean;
  port: number;
  host: string;
  /** `undefined`: run the embedded PostgreSQL in `dataDir`. */
  databaseUrl: string | undefined;
  /** With the login that owns the tables; `undefined` if `databaseUrl` has it. */
  migrationDatabaseUrl: string | undefined;
  /** The password that `npm run migrate` sets for the login of the service. */
  serviceDatabasePassword: string | undefined;
  /** Whether the login of the service may own the tables. */
  ownerLogin: 'allowed' | 'warned' | 'refused';
  /** The schema of the tables; `undefined` for PostgreSQL's default schema. */
  databaseSchema: string | undefined;
  /** How many connections requests may have, those of the lanes included. */
  poolSize: number;
  /** How many reports may run at once, each on its connection. */
  reports: Pick<ReportsOptions, 'concurrent'>;
  dataDir: string;
  /** Demo assets, users and API keys. Never in production. */
  seedDemo: boolean;
  migrateOnStart: boolean;
  /** `undefined`: take the database as it is, or the default for a new one. */
  shardCount: number | undefined;
  /** `undefined`: take the database as it is, or the default for a new one. */
  environment: WalletEnvironment | undefined;
  /** On Citus, how many groups of shards to divide the tables into when they are distributed; `undefined` for the default. */
  placementGroups: number | undefined;
  /** Whether anyone may sign up as a player. */
  signUp: boolean;
  tokens: TokenConfiguration;
  /** How long the service keeps accepting requests after a shutdown signal, while readiness already fails. */
  drainSeconds: number;
}

export interface TokenConfiguration {
  issuer: string;
  audience: string;
  /** Where an identity provider publishes its keys; `undefined` if the service issues tokens itself. */
  keySetUrl: string | undefined;
  /** Signs the tokens that the service issues; `undefined` for a generated secret. */
  secret: string | undefined;
}

/** Long enough for a proxy that checks once a second to notice; the whole stop stays within ten. */
const productionDrainSeconds = 2;

/** The configuration is wrong; the message says what to change. */
export class ConfigurationError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ConfigurationError';
  }
}

/** Reads the configuration from the environment. Throws ConfigurationError that names every variable that is wrong. */
export function readConfiguration(env: NodeJS.ProcessEnv): Configuration {
  const environment = readEnvironment(env);
  const production = isProduction(env['NODE_ENV']);
  const seedDemo = isDemonstration(environment, production);
  return {
    production,
    port: environment.PORT,
    host: environment.HOST,
    databaseUrl: databaseAddress(environment, production),
    migrationDatabaseUrl: environment.MIGRATION_DATABASE_URL,
    serviceDatabasePassword: environment.SERVICE_DATABASE_PASSWORD,
    ownerLogin: environment.ALLOW_OWNER_LOGIN ? 'allowed' : production ? 'refused' : 'warned',
    databaseSchema: environment.DATABASE_SCHEMA,
    poolSize: environment.DATABASE_POOL,
    reports: { concurrent: environment.REPORTS_POOL },
    dataDir: environment.DATA_DIR,
    seedDemo,
    migrateOnStart: environment.MIGRATE_ON_START,
    shardCount: environment.SHARD_COUNT,
    environment: environment.WALLET_ENVIRONMENT,
    placementGroups: environment.PLACEMENT_GROUPS,
    welcomeGrant: welcomeGrant(environment, seedDemo),
    logLevel: environment.LOG_LEVEL,
    slowRequestMs: parseMilliseconds(environment.SLOW_REQUEST_MS),
    metrics: metricsOptions(environment),
    // Open sign-up suits a demonstration. Elsewhere the operator decides who may claim an id.
    signUp: environment.SIGN_UP ?? seedDemo,
    tokens: tokenConfiguration(environment, env),
    rateLimits: rateLimits(environment),
    playerDaily: { refusals: environment.PLAYER_DAILY_REFUSALS, bytes: environment.PLAYER_DAILY_BYTES },
    corsOrigins: environment.CORS_ORIGINS === undefined ? [] : parseList(environment.CORS_ORIGINS),
    trustProxy: parseTrustProxy(environment.TRUST_PROXY) ?? false,
    drainSeconds: environment.DRAIN_SECONDS ?? (production ? productionDrainSeconds : 0),
    verification: audits(environment),
  };
}

function audits({ AUDIT_EVERY, AUDIT_LOAD }: Environment): ApplicationSettings['verification'] {
  const everyMs = AUDIT_EVERY === undefined ? undefined : parsePeriod(AUDIT_EVERY);
  return everyMs === undefined ? {} : { everyMs, load: AUDIT_LOAD / 100 };
}

/** A misspelt `production` would start a service without its checks. */
function isProduction(name: string | undefined): boolean {
  if (name !== 'production' && /^prod(uction)?$/i.test(name?.trim() ?? '')) {
    throw new ConfigurationError(`NODE_ENV must be production, in full and in lower case (it is "${name}")`);
  }
  return name === 'production';
}

function readEnvironment(env: NodeJS.ProcessEnv): Environment {
  const rules = getMetadataStorage().getTargetValidationMetadatas(Environment, '', true, false);
  const names = new Set(rules.map(({ propertyName }) => propertyName));
  // An empty variable counts as unset.
  const given = Object.fromEntries([...names].flatMap((name) => (env[name] ? [[name, env[name]]] : [])));
  const environment = plainToInstance(Environment, given, { exposeDefaultValues: true });
  const errors = validateSync(environment, { stopAtFirstError: true });
  if (errors.length > 0) {
    throw new ConfigurationError(
      `wrong configuration: ${errors.map((error) => reason(error, env)).join('; ')}`,
    );
  }
  return environment;
}

/** Never printed or logged. */
const secrets = new Set([
  'JWT_SECRET',
  'DATABASE_URL',
  'MIGRATION_DATABASE_URL',
  'SERVICE_DATABASE_PASSWORD',
]);

function reason({ property, constraints }: ValidationError, env: NodeJS.ProcessEnv): string {
  const faults = Object.values(constraints ?? {}).join(', ');
  return secrets.has(property) ? faults : `${faults} (it is "${env[property] ?? ''}")`;
}

/**
 * The embedded database is for development. In production, a lost DATABASE_URL would start a healthy service on an empty
 * ledger.
 */
function databaseAddress(
  { DATABASE_URL, MIGRATION_DATABASE_URL }: Environment,
  production: boolean,
): string | undefined {
  if (production && DATABASE_URL === undefined) {
    throw new ConfigurationError(
      'DATABASE_URL is not set and NODE_ENV is production: the embedded database is for development. Set DATABASE_URL, or unset NODE_ENV',
    );
  }
  if (MIGRATION_DATABASE_URL !== undefined && DATABASE_URL === undefined) {
    throw new ConfigurationError(
      'MIGRATION_DATABASE_URL is set and DATABASE_URL is not: the embedded database makes its logins itself. Set both, or unset MIGRATION_DATABASE_URL',
    );
  }
  return DATABASE_URL;
}

/** Production must never be a demonstration, because its API keys are public. */
function isDemonstration({ SEED_DEMO, DATABASE_URL }: Environment, production: boolean): boolean {
  if (production && SEED_DEMO) {
    throw new ConfigurationError(
      'SEED_DEMO is true and NODE_ENV is production: the demonstration has publicly known API keys. Unset one of them',
    );
  }
  return SEED_DEMO ?? DATABASE_URL === undefined;
}

function metricsOptions({ METRICS_PORT, METRICS_HOST }: Environment): MetricsOptions | undefined {
  return METRICS_PORT === undefined ? undefined : { port: METRICS_PORT, host: METRICS_HOST };
}

/** Off unless the operator sets it; a demonstration shows the feature. */
function welcomeGrant({ WELCOME_GRANT }: Environment, seedDemo: boolean): WelcomeGrant | undefined {
  if (WELCOME_GRANT === undefined) return seedDemo ? demoWelcomeGrant : undefined;
  const grant = readWelcomeGrant(WELCOME_GRANT);
  return grant === 'none' ? undefined : grant;
}

function rateLimits(environment: Environment): RateLimitOptions {
  const { clients, players, signUp, login, unauthenticated } = defaultRateLimits;
  return {
    clients: limitOr(clients, environment.RATE_LIMIT_CLIENTS),
    players: limitOr(players, environment.RATE_LIMIT_PLAYERS),
    signUp: limitOr(signUp, environment.RATE_LIMIT_SIGN_UP) ?? signUp,
    login: limitOr(login, environment.RATE_LIMIT_LOGIN) ?? login,
    unauthenticated: limitOr(unauthenticated, environment.RATE_LIMIT_UNAUTHENTICATED),
  };
}

/** `undefined` for `off`. */
function limitOr(byDefault: RateLimit | undefined, text: string | undefined): RateLimit | undefined {
  return text === undefined ? byDefault : parseRateLimit(text);
}

/** The issuer and audience of a provider's tokens are checked too, and only the operator knows them. */
function tokenConfiguration(environment: Environment, env: NodeJS.ProcessEnv): TokenConfiguration {
  const { JWKS_URL, JWT_SECRET, JWT_ISSUER, JWT_AUDIENCE } = environment;
  if (JWKS_URL !== undefined && JWT_SECRET !== undefined) {
    throw new ConfigurationError(
      'JWKS_URL and JWT_SECRET are both set: either an identity provider makes the tokens, or this service. Unset one of them',
    );
  }
  if (JWKS_URL !== undefined && !(env['JWT_ISSUER'] && env['JWT_AUDIENCE'])) {
    throw new ConfigurationError(
      'JWKS_URL needs JWT_ISSUER and JWT_AUDIENCE: what the identity provider writes into its tokens as iss and aud',
    );
  }
  return { keySetUrl: JWKS_URL, secret: JWT_SECRET, issuer: JWT_ISSUER, audience: JWT_AUDIENCE };
}
