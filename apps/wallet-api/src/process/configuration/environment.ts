import 'reflect-metadata';
import { schemaName, type WalletEnvironment, walletEnvironments } from '@app/database';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsString, Matches, ValidateBy } from 'class-validator';
import { defaultParties } from '../../capabilities/players/player-options.js';
import { type LogLevel, logLevels } from '../../request/logging/log-level.js';
import { defaultPlayerDailyLimits } from '../../request/transactional/storage-budget.js';
import { defaultPoolSize, defaultReportsPoolSize, minimumPoolSize } from './pool-sizes.js';
import {
  IsDatabaseUrl,
  IsKeySetUrl,
  IsMilliseconds,
  IsNumberBetween,
  IsOrigins,
  IsPeriod,
  IsPoolSize,
  IsRateLimit,
  IsSecret,
  IsTrustProxy,
} from './rules.js';
import { readWelcomeGrant } from './welcome-grant.js';

/** Converts decimal digits only, not an empty text or `0x10`. Other values stay texts, which fail the checks. */
const ToNumber = () =>
  Transform(({ value }) =>
    typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : (value as unknown),
  );

const ToBoolean = () =>
  Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : (value as unknown)));

/** A variable that is read from a file often ends with a line break. */
const Trimmed = () =>
  Transform(({ value }) => (typeof value === 'string' ? value.trim() : (value as unknown)));

/** The environment variables that an operator can set; docs/configuration.md has the table. */
export class Environment {
  @ToNumber()
  @IsNumberBetween(0, 65_535)
  PORT = 3000;

  @IsString()
  HOST = '127.0.0.1';

  @IsOptional()
  @Trimmed()
  @IsDatabaseUrl()
  DATABASE_URL?: string;

  @IsOptional()
  @Matches(schemaName, {
    message: 'DATABASE_SCHEMA must be a name of a-z, 0-9 and _ that begins with neither a digit nor pg_',
  })
  DATABASE_SCHEMA?: string;

  @IsOptional()
  @Trimmed()
  @IsDatabaseUrl()
  MIGRATION_DATABASE_URL?: string;

  @IsOptional()
  @Matches(/^[\x21-\x7e]+$/, {
    message: 'SERVICE_DATABASE_PASSWORD must consist of printable ASCII characters without spaces',
  })
  SERVICE_DATABASE_PASSWORD?: string;

  @ToBoolean()
  @IsBoolean({ message: 'ALLOW_OWNER_LOGIN must be true or false' })
  ALLOW_OWNER_LOGIN = false;

  @ToNumber()
  @IsPoolSize({ min: minimumPoolSize, uses: 'two for writes, one for readiness, and at least one for reads' })
  DATABASE_POOL = defaultPoolSize;

  @ToNumber()
  @IsPoolSize({ min: 1, uses: 'one for each report, scan or audit that may run at once' })
  REPORTS_POOL = defaultReportsPoolSize;

  @IsString()
  DATA_DIR = '.data';

  @IsOptional()
  @ToBoolean()
  @IsBoolean({ message: 'SEED_DEMO must be true or false' })
  SEED_DEMO?: boolean;

  @ToBoolean()
  @IsBoolean({ message: 'MIGRATE_ON_START must be true or false' })
  MIGRATE_ON_START = true;

  @IsOptional()
  @ToNumber()
  @IsNumberBetween(1, 1024)
  SHARD_COUNT?: number;

  @IsOptional()
  @IsIn(walletEnvironments, { message: 'WALLET_ENVIRONMENT must be live or test' })
  WALLET_ENVIRONMENT?: WalletEnvironment;

  @IsOptional()
  @ToNumber()
  @IsNumberBetween(1, 1024)
  PLACEMENT_GROUPS?: number;

  @IsOptional()
  @ValidateBy({
    name: 'isWelcomeGrant',
    validator: {
      validate: (value: string) => readWelcomeGrant(value) !== undefined,
      defaultMessage: () =>
        'WELCOME_GRANT must be the code of an asset and an amount, such as GOLD:100, or none',
    },
  })
  WELCOME_GRANT?: string;

  @IsOptional()
  @ToNumber()
  @IsNumberBetween(0, 300)
  DRAIN_SECONDS?: number;

  @IsOptional()
  @IsPeriod()
  AUDIT_EVERY?: string;

  @ToNumber()
  @IsNumberBetween(1, 100)
  AUDIT_LOAD = 50;

  @IsIn(logLevels)
  LOG_LEVEL: LogLevel = 'info';

  @IsMilliseconds()
  SLOW_REQUEST_MS = '1000';

  @IsOptional()
  @ToNumber()
  @IsNumberBetween(1, 65_535)
  METRICS_PORT?: number;

  @IsString()
  METRICS_HOST = '127.0.0.1';

  @IsOptional()
  @ToBoolean()
  @IsBoolean({ message: 'SIGN_UP must be true or false' })
  SIGN_UP?: boolean;

  @IsOptional()
  @IsSecret()
  JWT_SECRET?: string;

  @IsOptional()
  @IsKeySetUrl()
  JWKS_URL?: string;

  @IsString()
  JWT_ISSUER = defaultParties.issuer;

  @IsString()
  JWT_AUDIENCE = defaultParties.audience;

  @IsOptional()
  @IsRateLimit({ mayBeOff: true })
  RATE_LIMIT_CLIENTS?: string;

  @IsOptional()
  @IsRateLimit({ mayBeOff: true })
  RATE_LIMIT_PLAYERS?: string;

  @IsOptional()
  @IsRateLimit()
  RATE_LIMIT_SIGN_UP?: string;

  @IsOptional()
  @IsRateLimit()
  RATE_LIMIT_LOGIN?: string;

  @IsOptional()
  @IsRateLimit({ mayBeOff: true })
  RATE_LIMIT_UNAUTHENTICATED?: string;

  @ToNumber()
  @IsNumberBetween(0, 2 ** 31 - 1)
  PLAYER_DAILY_REFUSALS = defaultPlayerDailyLimits.refusals;

  @ToNumber()
  @IsNumberBetween(0, 2 ** 31 - 1)
  PLAYER_DAILY_BYTES = defaultPlayerDailyLimits.bytes;

  @IsOptional()
  @IsOrigins()
  CORS_ORIGINS?: string;

  @IsTrustProxy()
  TRUST_PROXY = 'false';
}
