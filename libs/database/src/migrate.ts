import { DataSource } from 'typeorm';
import { migrations } from '../../../migrations/index.js';
import { postgresOptions } from './connection.js';

/** Names this service's migration lock among all advisory locks of the database: "wallet" in ASCII. */
const migrationLock = '131279116788084';

/** The oldest PostgreSQL that the schema is written for, as `server_version_num` counts. */
const minimumVersion = 150_000;

/**
 * Brings the schema up to date and answers the names of the migrations that ran; none when it was up to date. Two
 * processes may try at once: the second waits, and finds nothing to do.
 *
 * `shardCount` counts only for a database that is initialised by this call.
 */
export async function migrate({ url, shardCount }: { url: string; shardCount?: number }): Promise<string[]> {
  const dataSource = new DataSource({
    ...postgresOptions({ url, poolSize: 2, as: 'owner', applicationName: 'wallet-migrate', shardCount }),
    migrations,
  });
  await dataSource.initialize();
  try {
    await requireVersion(dataSource);
    const queryRunner = dataSource.createQueryRunner();
    try {
      await queryRunner.query(`SELECT pg_advisory_lock($1)`, [migrationLock]);
      const done = await dataSource.runMigrations({ transaction: 'all' });
      return done.map((migration) => migration.name);
    } finally {
      // The lock ends with its session.
      await queryRunner.release();
    }
  } finally {
    await dataSource.destroy();
  }
}

/** The names of migrations that this version of the service knows and the database has not seen. */
export async function pendingMigrations(dataSource: DataSource): Promise<string[]> {
  const [table] = await dataSource.query<{ exists: boolean }[]>(
    `SELECT to_regclass('schema_migrations') IS NOT NULL AS exists`,
  );
  const done = table?.exists
    ? await dataSource.query<{ name: string }[]>(`SELECT name FROM schema_migrations`)
    : [];
  const names = new Set(done.map(({ name }) => name));
  return migrations.map(({ name }) => name).filter((name) => !names.has(name));
}

async function requireVersion(dataSource: DataSource): Promise<void> {
  const [row] = await dataSource.query<{ server_version_num: string }[]>(`SHOW server_version_num`);
  if (Number(row?.server_version_num) < minimumVersion) {
    throw new Error(
      `PostgreSQL 15 or newer is needed; this server is ${row?.server_version_num ?? 'unknown'}`,
    );
  }
}
