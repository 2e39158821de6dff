import type { EntityManager } from 'typeorm';
import { findMigrations } from '../../../migrations/index.js';
import { SchemaError } from './schema-error.js';

type Session = Pick<EntityManager, 'query'>;

/** How the database relates to this version. */
export type SchemaState = 'applied' | 'pending' | 'unsupported';

/** For a probe: `unsupported` if a newer version has migrated the database beyond what this one can use. */
export async function schemaState(session: Session): Promise<SchemaState> {
  const [known, done] = [await knownMigrations(), await doneMigrations(session)];
  if (known.some((name) => !done.includes(name))) return 'pending';
  const isNewer = done.some((name) => !known.includes(name));
  return isNewer && !known.includes(await oldestCode(session)) ? 'unsupported' : 'applied';
}

/**
 * The migrations of a newer version that this one works on; usually none. Only for a database without pending migrations.
 *
 * Throws SchemaError if this version is too old for them.
 */
export async function newerMigrations(session: Session): Promise<string[]> {
  const known = await knownMigrations();
  const newer = (await doneMigrations(session)).filter((name) => !known.includes(name));
  if (newer.length === 0) return [];
  const oldest = await oldestCode(session);
  if (known.includes(oldest)) return newer;
  throw new SchemaError(
    `a newer version has migrated this database, and only versions with the migration ${oldest} may use it; this one ends with ${known.at(-1) ?? ''}: start the newer version, or restore the backup that was made before the upgrade`,
  );
}

/** The migration that code must know to use this schema. */
async function oldestCode(session: Session): Promise<string> {
  const [settings] = await session.query<{ oldest: string }[]>(
    `SELECT oldest_code AS oldest FROM ledger_settings`,
  );
  return settings?.oldest ?? '';
}

/** The migrations of this version that the database has not run yet. */
export async function pendingMigrations(session: Session): Promise<string[]> {
  const done = new Set(await doneMigrations(session));
  return (await knownMigrations()).filter((name) => !done.has(name));
}

/**
 * Throws SchemaError for a database with a foreign history, such as an older pre-release: it has run migrations unknown to this
 * version and lacks some of this version's. A newer version only adds migrations, so its database passes.
 */
export async function requireOwnHistory(session: Session): Promise<void> {
  const known = await knownMigrations();
  const done = await doneMigrations(session);
  if (done.every((name) => known.includes(name)) || known.every((name) => done.includes(name))) return;
  throw new SchemaError(
    'this database is from an older pre-release and cannot be migrated: use a new database, or another DATA_DIR',
  );
}

async function knownMigrations(): Promise<string[]> {
  const { classes } = await findMigrations();
  return classes.map(({ name }) => name);
}

async function doneMigrations(session: Session): Promise<string[]> {
  const [table] = await session.query<{ exists: boolean }[]>(
    `SELECT to_regclass('schema_migrations') IS NOT NULL AS exists`,
  );
  if (!table?.exists) return [];
  const rows = await session.query<{ name: string }[]>(`SELECT name FROM schema_migrations`);
  return rows.map(({ name }) => name);
}
