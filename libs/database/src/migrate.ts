import { DataSource, type EntityManager } from 'typeorm';
import { findMigrations } from '../../../migrations/index.js';
import { postgresOptions } from './connection.js';
import { readDatabaseUrl } from './database-url.js';
import { requireOwnHistory } from './migration-history.js';
import { ensureApplicationRole } from './rights/application-role.js';
import { closeDatabase } from './rights/database-access.js';
import { ensureServiceLogin, findLogin, type ServiceLogin } from './rights/service-login.js';
import { applyTableRights } from './rights/table-rights.js';
import { SchemaError } from './schema-error.js';

/** Names this service's migration lock among all advisory locks of the database: "wallet" in ASCII. */
const migrationLock = '131279116788084';

/** The oldest PostgreSQL that the schema is written for, as `server_version_num` counts. */
const minimumVersion = 150_000;

export interface MigrateOptions {
  /** With the login that owns the tables. */
  url: string;
  /** Counts only for a database that is initialised by this call. */
  shardCount?: number | undefined;
  /** A login for the service, to be made or given its rights. */
  serviceLogin?: ServiceLogin | undefined;
  /** Is told what the operator has to know. */
  log?: (line: string) => void;
}

/**
 * Brings the schema up to date, gives the service its rights, and answers the names of the migrations that ran; none when the schema
 * was up to date. Two processes may try at once: the second waits, and finds nothing to do.
 *
 * Throws SchemaError for a database of an older pre-release, where the wallet of the database is in another schema than the one of
 * `url`, and for a service login that cannot be.
 */
export async function migrate({
  url,
  shardCount,
  serviceLogin,
  log = () => undefined,
}: MigrateOptions): Promise<string[]> {
  return asOnlyMigrator({ url, shardCount }, async (owner, dataSource) => {
    await requireOwnHistory(owner);
    await ensureApplicationRole(owner);
    if (serviceLogin) await ensureServiceLogin(owner, serviceLogin);
    const { schema } = readDatabaseUrl(url);
    await prepareSchema(owner, schema);
    const done = await dataSource.runMigrations({ transaction: 'all' });
    await applyTableRights(owner, schema);
    const note = await closeDatabase(owner, serviceLogin?.name);
    if (note !== undefined) log(note);
    return done.map((migration) => migration.name);
  });
}

/** Makes the login of the service in a database that may have no tables yet. One that is there keeps its password. */
export async function prepareServiceLogin(url: string, { name, password }: ServiceLogin): Promise<void> {
  await asOnlyMigrator({ url }, async (owner) => {
    await ensureApplicationRole(owner);
    const isThere = (await findLogin(owner, name)) !== undefined;
    await ensureServiceLogin(owner, { name, password: isThere ? undefined : password });
    await closeDatabase(owner, name);
  });
}

async function asOnlyMigrator<T>(
  { url, shardCount }: Pick<MigrateOptions, 'url' | 'shardCount'>,
  work: (owner: EntityManager, dataSource: DataSource) => Promise<T>,
): Promise<T> {
  const { classes } = await findMigrations();
  const dataSource = new DataSource({
    ...postgresOptions({ url, poolSize: 2, as: 'owner', applicationName: 'wallet-migrate', shardCount }),
    migrations: [...classes],
  });
  await dataSource.initialize();
  try {
    await requireVersion(dataSource);
    const queryRunner = dataSource.createQueryRunner();
    try {
      await queryRunner.query(`SELECT pg_advisory_lock($1)`, [migrationLock]);
      return await work(queryRunner.manager, dataSource);
    } finally {
      // The lock ends with its session.
      await queryRunner.release();
    }
  } finally {
    await dataSource.destroy();
  }
}

/** Makes the schema if it is not there. A database has one wallet: a forgotten DATABASE_SCHEMA must not begin another. */
async function prepareSchema(owner: EntityManager, schema: string): Promise<void> {
  const taken = await owner.query<{ name: string }[]>(
    `SELECT nspname AS name FROM pg_namespace JOIN pg_class ON relnamespace = pg_namespace.oid
     WHERE relname = 'ledger_settings' AND nspname <> $1`,
    [schema],
  );
  if (taken[0]) {
    throw new SchemaError(
      `this database has its wallet in the schema ${taken[0].name}, not in ${schema}: set DATABASE_SCHEMA to ${taken[0].name}, or use another database`,
    );
  }
  const found = await owner.query<unknown[]>(`SELECT FROM pg_namespace WHERE nspname = $1`, [schema]);
  if (found.length === 0) await owner.query(`CREATE SCHEMA ${schema}`);
}

async function requireVersion(dataSource: DataSource): Promise<void> {
  const [row] = await dataSource.query<{ server_version_num: string }[]>(`SHOW server_version_num`);
  if (Number(row?.server_version_num) < minimumVersion) {
    throw new Error(
      `PostgreSQL 15 or newer is needed; this server is ${row?.server_version_num ?? 'unknown'}`,
    );
  }
}
