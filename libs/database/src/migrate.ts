import { DataSource, type EntityManager } from 'typeorm';
import { findMigrations } from '../../../migrations/index.js';
import { postgresOptions } from './connection.js';
import { readDatabaseUrl } from './database-url.js';
import { newerMigrations, pendingMigrations, requireOwnHistory } from './migration-history.js';
import { ensureApplicationRole } from './rights/application-role.js';
import { distributeTables } from './distribution/distribute-tables.js';
import { letNodesConnect } from './distribution/let-nodes-connect.js';
import { citusMigrationSettings, type Engine, engineAt } from './distribution/engine.js';
import { closeDatabase } from './rights/database-access.js';
import { ensureServiceLogin, findLogin, type ServiceLogin } from './rights/service-login.js';
import { applyTableRights } from './rights/table-rights.js';
import { SchemaError } from './schema-error.js';
import type { WalletEnvironment } from './wallet-environment.js';

/** Identifies the advisory lock of migrations in this database: "wallet" in ASCII. */
const migrationLock = '131279116788084';

/** The oldest supported PostgreSQL, as a `server_version_num`. */
const minimumVersion = 150_000;

export interface MigrateOptions {
  /** Must use the login that owns the tables. */
  url: string;
  /** Only used if this call initialises the database. */
  shardCount?: number | undefined;
  /**
   * Only used if this call initialises the database, or upgrades one from before environments. By default one that was seeded
   * with the demonstration becomes `test`, and any other `live`.
   */
  environment?: WalletEnvironment | undefined;
  /** On Citus, the number of groups of shards that can be placed on a node each. Only used when the tables are distributed. */
  placementGroups?: number | undefined;
  /** A login for the service, created if missing and granted its rights. */
  serviceLogin?: ServiceLogin | undefined;
  /** Receives notes for the operator. */
  log?: (line: string) => void;
}

/**
 * Brings the schema up to date, grants the service its rights, and returns the names of the migrations that ran; empty if the
 * schema was up to date. Of two concurrent processes, the second waits and then finds nothing to do.
 *
 * Throws SchemaError for a database of an older pre-release, if the wallet of this database is in another schema than `url`
 * names, and for an unusable service login.
 */
export async function migrate({
  url,
  shardCount,
  environment,
  placementGroups,
  serviceLogin,
  log = () => undefined,
}: MigrateOptions): Promise<string[]> {
  return asOnlyMigrator({ url, shardCount, environment }, async (owner, dataSource, engine) => {
    await requireOwnHistory(owner);
    const isNewer =
      (await pendingMigrations(owner)).length === 0 && (await newerMigrations(owner)).length > 0;
    await ensureApplicationRole(owner);
    if (serviceLogin) await ensureServiceLogin(owner, serviceLogin);
    const { schema } = readDatabaseUrl(url);
    await prepareSchema(owner, schema);
    const done = await dataSource.runMigrations({ transaction: 'all' });
    if (engine === 'citus') {
      await owner.transaction((within) => distributeTables(within, { schema, groups: placementGroups }));
      await letNodesConnect(owner);
    }
    // The newer version granted what its own instances need; these rights would take some of it away.
    if (isNewer)
      log('A newer version has migrated this database: its tables keep the rights that it granted.');
    else await applyTableRights(owner, schema);
    const note = await closeDatabase(owner, serviceLogin?.name);
    if (note !== undefined) log(note);
    return done.map((migration) => migration.name);
  });
}

/** Creates the service login in a database that may not have tables yet. An existing login keeps its password. */
export async function prepareServiceLogin(url: string, { name, password }: ServiceLogin): Promise<void> {
  await asOnlyMigrator({ url }, async (owner) => {
    await ensureApplicationRole(owner);
    const exists = (await findLogin(owner, name)) !== undefined;
    await ensureServiceLogin(owner, { name, password: exists ? undefined : password });
    await closeDatabase(owner, name);
  });
}

async function asOnlyMigrator<T>(
  { url, shardCount, environment }: Pick<MigrateOptions, 'url' | 'shardCount' | 'environment'>,
  work: (owner: EntityManager, dataSource: DataSource, engine: Engine) => Promise<T>,
): Promise<T> {
  const { classes } = await findMigrations();
  const connection = { url, poolSize: 2, as: 'owner', applicationName: 'wallet-migrate' } as const;
  const engine = await engineAt(connection);
  const settings = engine === 'citus' ? citusMigrationSettings : {};
  const dataSource = new DataSource({
    ...postgresOptions({ ...connection, shardCount, environment, settings }),
    migrations: [...classes],
  });
  await dataSource.initialize();
  try {
    await requireVersion(dataSource);
    const queryRunner = dataSource.createQueryRunner();
    try {
      await queryRunner.query(`SELECT pg_advisory_lock($1)`, [migrationLock]);
      return await work(queryRunner.manager, dataSource, engine);
    } finally {
      // The lock is released with its session.
      await queryRunner.release();
    }
  } finally {
    await dataSource.destroy();
  }
}

/** Creates the schema if it is missing. A database holds one wallet: a forgotten DATABASE_SCHEMA must not start another. */
async function prepareSchema(owner: EntityManager, schema: string): Promise<void> {
  const taken = await owner.query<{ name: string }[]>(
    `SELECT nspname AS name FROM pg_namespace JOIN pg_class ON relnamespace = pg_namespace.oid
     WHERE relname = 'ledger_settings' AND nspname <> $1`,
    [schema],
  );
  if (taken[0]) {
    throw new SchemaError(
      `the wallet of this database is in the schema ${taken[0].name}, not in ${schema}: set DATABASE_SCHEMA to ${taken[0].name}, or use another database`,
    );
  }
  const found = await owner.query<unknown[]>(`SELECT FROM pg_namespace WHERE nspname = $1`, [schema]);
  if (found.length === 0) await owner.query(`CREATE SCHEMA ${schema}`);
}

async function requireVersion(dataSource: DataSource): Promise<void> {
  const [row] = await dataSource.query<{ server_version_num: string }[]>(`SHOW server_version_num`);
  if (Number(row?.server_version_num) < minimumVersion) {
    throw new Error(
      `PostgreSQL 15 or newer is required; this server is ${row?.server_version_num ?? 'unknown'}`,
    );
  }
}
