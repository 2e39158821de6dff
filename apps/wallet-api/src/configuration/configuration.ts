import 'reflect-metadata';
import { plainToInstance, Transform } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  Min,
  ValidateBy,
  validateSync,
} from 'class-validator';
import type { WelcomeGrant } from '@app/users';
import { readWelcomeGrant } from './welcome-grant.js';

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** Only the text of a number is a number: not the empty text, not `0x10`. What is left as text fails the checks. */
function toNumber(value: unknown): unknown {
  return typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
}

function toBoolean(value: unknown): unknown {
  return value === 'true' ? true : value === 'false' ? false : value;
}

/** What an operator can set. Every name is an environment variable; README.md has the table. */
class Environment {
  @Transform(({ value }) => toNumber(value))
  @IsInt()
  @Min(0)
  @Max(65_535)
  PORT = 3000;

  @IsString()
  HOST = '127.0.0.1';

  @IsOptional()
  @Matches(/^postgres(ql)?:\/\//, { message: 'DATABASE_URL must begin with postgres:// or postgresql://' })
  DATABASE_URL?: string;

  @IsString()
  DATA_DIR = '.data';

  @IsOptional()
  @Transform(({ value }) => toBoolean(value))
  @IsBoolean({ message: 'SEED_DEMO must be true or false' })
  SEED_DEMO?: boolean;

  @Transform(({ value }) => toBoolean(value))
  @IsBoolean({ message: 'MIGRATE_ON_START must be true or false' })
  MIGRATE_ON_START = true;

  @IsOptional()
  @Transform(({ value }) => toNumber(value))
  @IsInt()
  @Min(1)
  @Max(1024)
  SHARD_COUNT?: number;

  @ValidateBy({
    name: 'isWelcomeGrant',
    validator: {
      validate: (value: string) => readWelcomeGrant(value) !== undefined,
      defaultMessage: () =>
        'WELCOME_GRANT must be the code of an asset and an amount, such as GOLD:100, or none',
    },
  })
  WELCOME_GRANT = 'GOLD:100';

  @IsIn(logLevels)
  LOG_LEVEL: LogLevel = 'info';

  @Transform(({ value }) => toNumber(value))
  @IsInt()
  @Min(0)
  @Max(300)
  DRAIN_SECONDS = 0;
}

export interface Configuration {
  port: number;
  host: string;
  /** `undefined`: run the embedded PostgreSQL in `dataDir`. */
  databaseUrl: string | undefined;
  dataDir: string;
  /** Demo assets, users and API keys. Never in production. */
  seedDemo: boolean;
  migrateOnStart: boolean;
  /** `undefined`: take the database as it is, or the default for a new one. */
  shardCount: number | undefined;
  /** What every registered user is given once; `undefined` for nothing. */
  welcomeGrant: WelcomeGrant | undefined;
  logLevel: LogLevel;
  /** How long it goes on taking requests after it was told to stop, while readiness says no. */
  drainSeconds: number;
}

/** The operator asked for something that cannot be; the message says what to change. */
export class ConfigurationError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ConfigurationError';
  }
}

/** Reads the configuration from the environment. Throws ConfigurationError that names every variable that is wrong. */
export function readConfiguration(env: NodeJS.ProcessEnv): Configuration {
  const names = Object.keys(new Environment()).concat('DATABASE_URL', 'SEED_DEMO', 'SHARD_COUNT');
  const given = Object.fromEntries(names.flatMap((name) => (env[name] ? [[name, env[name]]] : [])));
  const environment = plainToInstance(Environment, given, { exposeDefaultValues: true });
  const errors = validateSync(environment, { stopAtFirstError: true });
  if (errors.length > 0) {
    const reasons = errors.map(
      ({ property, constraints }) =>
        `${Object.values(constraints ?? {}).join(', ')} (it is "${env[property] ?? ''}")`,
    );
    throw new ConfigurationError(`wrong configuration: ${reasons.join('; ')}`);
  }
  const welcomeGrant = readWelcomeGrant(environment.WELCOME_GRANT);
  return {
    port: environment.PORT,
    host: environment.HOST,
    databaseUrl: environment.DATABASE_URL,
    dataDir: environment.DATA_DIR,
    seedDemo: isDemonstration(environment, env['NODE_ENV'] === 'production'),
    migrateOnStart: environment.MIGRATE_ON_START,
    shardCount: environment.SHARD_COUNT,
    welcomeGrant: welcomeGrant === 'none' ? undefined : welcomeGrant,
    logLevel: environment.LOG_LEVEL,
    drainSeconds: environment.DRAIN_SECONDS,
  };
}

/** The keys of a demonstration are known to everybody, so that production must never be one. */
function isDemonstration({ SEED_DEMO, DATABASE_URL }: Environment, production: boolean): boolean {
  if (production && SEED_DEMO) {
    throw new ConfigurationError(
      'SEED_DEMO is true and NODE_ENV is production: the demonstration has API keys that everybody knows. Unset one of them',
    );
  }
  return SEED_DEMO ?? (DATABASE_URL === undefined && !production);
}
