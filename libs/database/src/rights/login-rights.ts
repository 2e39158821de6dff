import { DataSource } from 'typeorm';
import { postgresOptions } from '../connection.js';
import { readDatabaseUrl } from '../database-url.js';
import { SchemaError } from '../schema-error.js';

/** The rights of a login, whatever role its sessions take. */
export interface LoginRights {
  login: string;
  /** Owns the database, the schema or the tables, or can become their owner, so grants do not restrict it. */
  isOwner: boolean;
  /** Owns what a migration changes. */
  mayMigrate: boolean;
}

/** Reads the rights of the login in this address. Throws the connection error. */
export async function readLoginRights(url: string): Promise<LoginRights> {
  const options = postgresOptions({ url, poolSize: 1, as: 'owner', applicationName: 'wallet-check' });
  const dataSource = await new DataSource(options).initialize();
  try {
    const [rights] = await dataSource.query<LoginRights[]>(
      `SELECT login, owns_database OR coalesce(owns_schema, false) OR coalesce(owns_tables, false) AS "isOwner",
              coalesce(owns_tables, owns_schema, has_database_privilege(login, current_database(), 'CREATE')) AS "mayMigrate"
       FROM (
         SELECT session_user AS login, pg_has_role(session_user, datdba, 'MEMBER') AS owns_database,
                (SELECT pg_has_role(session_user, nspowner, 'MEMBER') FROM pg_namespace WHERE nspname = $1) AS owns_schema,
                (SELECT pg_has_role(session_user, relowner, 'MEMBER')
                 FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
                 WHERE nspname = $1 AND relname = 'ledger_settings') AS owns_tables
         FROM pg_database WHERE datname = current_database()
       ) AS found`,
      [readDatabaseUrl(url).schema],
    );
    if (!rights) throw new Error('the database is not in pg_database');
    return rights;
  } finally {
    await dataSource.destroy();
  }
}

/** Throws SchemaError unless the login owns the tables. For commands that write as their owner. */
export async function requireOwner(url: string): Promise<void> {
  const { login, mayMigrate } = await readLoginRights(url);
  if (mayMigrate) return;
  throw new SchemaError(
    `the login ${login} does not own the tables: set MIGRATION_DATABASE_URL to the address with the login that does`,
  );
}
