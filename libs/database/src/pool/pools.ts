import { DataSource, type DataSourceOptions } from 'typeorm';
import { type ConnectionOptions, postgresOptions } from '../connection.js';
import type { ConnectionPool } from './connection-pool.js';

/** Connects, and opens the connections that the pool keeps. Rejects with the connection error. */
export async function openPool({
  entities,
  ...connection
}: ConnectionOptions & { entities?: DataSourceOptions['entities'] }): Promise<DataSource> {
  const options = { ...postgresOptions(connection), ...(entities && { entities }) };
  const dataSource = await new DataSource(options).initialize();
  try {
    await openKept(dataSource, connection.kept ?? 0);
    return dataSource;
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
}

/** The pool behind a DataSource of `postgresOptions`, which TypeORM does not declare. A destroyed one has none. */
export function poolOf(dataSource: DataSource): ConnectionPool | undefined {
  return (dataSource.driver as unknown as { master?: ConnectionPool }).master;
}

async function openKept(dataSource: DataSource, count: number): Promise<void> {
  const queryRunners = Array.from({ length: count }, () => dataSource.createQueryRunner());
  const opened = await Promise.allSettled(queryRunners.map((queryRunner) => queryRunner.connect()));
  for (const queryRunner of queryRunners) await queryRunner.release();
  for (const connection of opened) if (connection.status === 'rejected') throw connection.reason;
}
