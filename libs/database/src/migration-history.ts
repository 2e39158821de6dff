import type { EntityManager } from 'typeorm';
import { findMigrations } from '../../../migrations/index.js';
import { SchemaError } from './schema-error.js';

type Session = Pick<EntityManager, 'query'>;

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
