import {
  checkSchema,
  type LoginRights,
  migrate,
  readLoginRights,
  SchemaError,
  warnIfTooMany,
} from '@app/database';
import type { Configuration } from '../configuration/configuration.js';
import { defaultPoolSize, defaultReportsPoolSize } from '../configuration/pool-sizes.js';
import { environmentOfNew } from './environment-of-new.js';
import type { OpenDatabase } from './open-database.js';
import { reachDatabase } from './reach-database.js';

type StartOptions = Pick<Configuration, 'migrateOnStart' | 'shardCount' | 'ownerLogin'> &
  Partial<Pick<Configuration, 'environment' | 'seedDemo' | 'placementGroups' | 'poolSize' | 'reports'>>;

/** What start-up did to the database, and found there. */
export interface PreparedDatabase {
  /** The migrations that were applied. */
  applied: string[];
  warnings: string[];
}

/**
 * Applies pending migrations, if MIGRATE_ON_START is set and a login for it is known, and checks the schema.
 *
 * Throws SchemaError if migrations are still pending, or if the login owns the tables and that is refused.
 */
export async function prepareDatabase(
  database: OpenDatabase,
  options: StartOptions,
): Promise<PreparedDatabase> {
  const rights = await readLoginRights(database.url);
  const warnings = checkLogin(rights, options);
  const applied = options.migrateOnStart
    ? await migrateIfOwner(database, { ...options, rights, log: (line) => warnings.push(line) })
    : [];
  warnings.push(
    ...(await checkSchema({
      url: database.url,
      shardCount: options.shardCount,
      environment: options.environment,
    })),
  );
  const { poolSize = defaultPoolSize, reports } = options;
  const wanted = poolSize + (reports?.concurrent ?? defaultReportsPoolSize);
  const tooMany = await warnIfTooMany(database.url, wanted);
  if (tooMany !== undefined) warnings.push(tooMany);
  return { applied, warnings };
}

/** Does nothing without a login that owns the schema. The check that follows finds pending migrations. */
async function migrateIfOwner(
  { url, ownerUrl, ownerVariable, embedded }: OpenDatabase,
  {
    shardCount,
    environment,
    seedDemo,
    placementGroups,
    rights,
    log,
  }: StartOptions & { rights: LoginRights; log: (line: string) => void },
): Promise<string[]> {
  const isSeparate = ownerUrl !== url;
  if (!isSeparate && !rights.mayMigrate) return [];
  if (isSeparate && !embedded) await reachDatabase({ url: ownerUrl, variable: ownerVariable });
  return migrate({
    url: ownerUrl,
    shardCount,
    environment: environmentOfNew({ environment, seedDemo }),
    placementGroups,
    log,
  });
}

function checkLogin({ login, isOwner }: LoginRights, { ownerLogin }: StartOptions): string[] {
  if (!isOwner || ownerLogin === 'allowed') return [];
  const advice =
    'give the service a login that owns nothing (npm run migrate -- --service-login NAME), or set ALLOW_OWNER_LOGIN=true';
  if (ownerLogin === 'refused') {
    throw new SchemaError(
      `the login ${login} of DATABASE_URL owns the database or its tables, and NODE_ENV is production: ${advice}`,
    );
  }
  return [
    `the login ${login} of DATABASE_URL owns the database or its tables, so the restricted rights of the service do not apply to it: ${advice}`,
  ];
}
