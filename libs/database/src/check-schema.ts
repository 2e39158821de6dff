import { DataSource } from 'typeorm';
import { type ConnectionOptions, postgresOptions } from './connection.js';
import { readDatabaseUrl } from './database-url.js';
import { newerMigrations, pendingMigrations, requireOwnHistory } from './migration-history.js';
import { SchemaError } from './schema-error.js';
import { readWalletEnvironment, type WalletEnvironment } from './wallet-environment.js';

/**
 * Start-up check: the login works and may take its role, the schema is one that this version can use, and the number of shards
 * and the environment match `shardCount` and `environment`, if set. Returns notes for the operator. Throws SchemaError, or the connection error.
 */
export async function checkSchema({
  url,
  as = 'application',
  shardCount,
  environment,
}: Pick<ConnectionOptions, 'url' | 'shardCount' | 'environment'> &
  Partial<Pick<ConnectionOptions, 'as'>>): Promise<string[]> {
  const dataSource = new DataSource(
    postgresOptions({ url, poolSize: 1, as, applicationName: 'wallet-check' }),
  );
  await dataSource.initialize();
  try {
    await requireOwnHistory(dataSource);
    const pending = await pendingMigrations(dataSource);
    if (pending.length > 0) {
      throw new SchemaError(
        await explainPending(dataSource, { schema: readDatabaseUrl(url).schema, pending }),
      );
    }
    const newer = await newerMigrations(dataSource);
    const [settings] = await dataSource.query<{ shard_count: number }[]>(
      `SELECT shard_count FROM ledger_settings`,
    );
    if (shardCount !== undefined && shardCount !== settings?.shard_count) {
      throw new SchemaError(
        `SHARD_COUNT is ${shardCount}, but this database was initialised with ${settings?.shard_count ?? 'no'} shards, which cannot change: unset SHARD_COUNT, or use another database`,
      );
    }
    const stored = await readWalletEnvironment(dataSource);
    if (environment !== undefined && environment !== stored)
      throw new SchemaError(explainEnvironment(environment, stored));
    return newer.length === 0 ? [] : [noteOn(newer)];
  } finally {
    await dataSource.destroy();
  }
}

function explainEnvironment(asked: WalletEnvironment, stored: WalletEnvironment): string {
  return `WALLET_ENVIRONMENT is ${asked}, but this database is a ${stored} one, which cannot change: unset WALLET_ENVIRONMENT, or use another database`;
}

function noteOn(newer: readonly string[]): string {
  return `a newer version has migrated this database (${newer.join(', ')}): this version works on it, but checks and repairs only what it knows`;
}

interface FoundTables {
  database: string;
  /** The schema that has the tables, whether this login may look into it or not. */
  schema: string | null;
}

/** Migrations may only seem to be pending: the tables can be in another schema, or the login blind to theirs. */
async function explainPending(
  session: Pick<DataSource, 'query'>,
  { schema, pending }: { schema: string; pending: readonly string[] },
): Promise<string> {
  const count = pending.length === 1 ? '1 migration is' : `${pending.length} migrations are`;
  const [found] = await session.query<FoundTables[]>(
    `SELECT current_database() AS database,
            (SELECT nspname FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
             WHERE relname = 'ledger_settings' ORDER BY nspname = $1 DESC LIMIT 1) AS schema`,
    [schema],
  );
  const { database = '', schema: actual = null } = found ?? {};
  if (actual === null) {
    return `the database ${database} has no wallet in the schema ${schema}, and ${count} pending: run \`npm run migrate\` first, with the login that owns the database, or correct the database in DATABASE_URL`;
  }
  if (actual !== schema) {
    return `the wallet of the database ${database} is in the schema ${actual}, not in ${schema}: set DATABASE_SCHEMA to ${actual}`;
  }
  const [rights] = await session.query<{ visible: boolean; user: string }[]>(
    `SELECT to_regclass('schema_migrations') IS NOT NULL AS visible, quote_ident(current_user) AS user`,
  );
  if (rights?.visible === false) {
    return `${rights.user} may not use the schema ${schema}: run \`npm run migrate\` with the login that owns the tables, or let it run GRANT USAGE ON SCHEMA ${schema} TO ${rights.user}`;
  }
  return `${count} pending: run \`npm run migrate\` first, with the login that owns the tables`;
}
