import type { EntityManager } from 'typeorm';
import { findMigrations } from '../../../migrations/index.js';
import { SchemaError } from './schema-error.js';

type Session = Pick<EntityManager, 'query'>;

/** The names of migrations that this version of the service knows and the database has not seen. */
export async function pendingMigrations(session: Session): Promise<string[]> {
  const done = new Set(await doneMigrations(session));
  return (await knownMigrations()).filter((name) => !done.has(name));
}

/**
 * Throws SchemaError for a database with another history, such as that of an older pre-release: it has seen migrations that this
 * version does not know, and lacks some that it does. A newer version only adds to the history, and its database passes.
 */
export async function requireOwnHistory(session: Session): Promise<void> {
  const known = await knownMigrations();
  const done = await doneMigrations(session);
  if (done.every((name) => known.includes(name)) || known.every((name) => done.includes(name))) return;
  throw new SchemaError(
    'this database is of an older pre-release and cannot be migrated: use a new database, or another DATA_DIR',
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
