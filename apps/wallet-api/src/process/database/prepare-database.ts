import {
  checkSchema,
  type LoginRights,
  migrate,
  readLoginRights,
  requireOwnSessions,
  SchemaError,
} from '@app/database';
import type { Configuration } from '../configuration/configuration.js';
import type { OpenDatabase } from './open-database.js';

type Wanted = Pick<Configuration, 'migrateOnStart' | 'shardCount' | 'ownerLogin'>;

/** What a start did to the database, and found there. */
export interface PreparedDatabase {
  /** The migrations that were applied. */
  applied: string[];
  warnings: string[];
}

/**
 * Migrates, where the operator wants that on a start and this process has the login for it, and checks that the database is what the
 * service needs.
 *
 * Throws SchemaError while migrations are pending, and for a login that owns the tables where that is refused.
 */
export async function prepareDatabase(database: OpenDatabase, wanted: Wanted): Promise<PreparedDatabase> {
  const rights = await readLoginRights(database.url);
  const warnings = judgeLogin(rights, wanted);
  const applied = wanted.migrateOnStart
    ? await migrateIfOwner(database, { ...wanted, rights, log: (line) => warnings.push(line) })
    : [];
  await checkSchema({ url: database.url, shardCount: wanted.shardCount });
  return { applied, warnings };
}

/** Without a login that owns the schema it does nothing: the check finds what is pending. */
async function migrateIfOwner(
  { url, ownerUrl, embedded }: OpenDatabase,
  { shardCount, rights, log }: Wanted & { rights: LoginRights; log: (line: string) => void },
): Promise<string[]> {
  const isSeparate = ownerUrl !== url;
  if (!isSeparate && !rights.mayMigrate) return [];
  if (isSeparate && !embedded) await requireOwnSessions(ownerUrl);
  return migrate({ url: ownerUrl, shardCount, log });
}

function judgeLogin({ login, isOwner }: LoginRights, { ownerLogin }: Wanted): string[] {
  if (!isOwner || ownerLogin === 'allowed') return [];
  const advice =
    'give the service a login that owns nothing (npm run migrate -- --service-login NAME), or set ALLOW_OWNER_LOGIN=true';
  if (ownerLogin === 'refused') {
    throw new SchemaError(
      `the login ${login} of DATABASE_URL owns the database or its tables, and NODE_ENV is production: ${advice}`,
    );
  }
  return [
    `the login ${login} of DATABASE_URL owns the database or its tables, where the rights of the service do not bind it: ${advice}`,
  ];
}
