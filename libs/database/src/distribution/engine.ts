import { DataSource } from 'typeorm';
import { type ConnectionOptions, postgresOptions } from '../connection.js';

/** What stores the ledger: one PostgreSQL, or a Citus cluster of several. */
export type Engine = 'postgres' | 'citus';

/** Citus distributes a database that has its extension. */
export async function engineAt(connection: ConnectionOptions): Promise<Engine> {
  const dataSource = await new DataSource(postgresOptions({ ...connection, poolSize: 1 })).initialize();
  try {
    const found = await dataSource.query<unknown[]>(`SELECT FROM pg_extension WHERE extname = 'citus'`);
    return found.length > 0 ? 'citus' : 'postgres';
  } finally {
    await dataSource.destroy();
  }
}

/**
 * For a session that changes the schema on Citus. Triggers fire on the shard that a statement writes; ours read only rows of that
 * shard, which is what makes them safe there. Foreign keys to reference tables need the nodes one after another.
 */
export const citusMigrationSettings = {
  'citus.enable_unsafe_triggers': 'on',
  'citus.multi_shard_modify_mode': 'sequential',
};
