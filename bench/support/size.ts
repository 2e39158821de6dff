import { administer } from './databases.js';
import type { Table } from './report.js';

/** Bytes. */
export interface TableSize {
  name: string;
  table: number;
  indexes: number;
}

/** The bytes on disk of each table and of its indexes. */
export function measureSize(databaseUrl: string): Promise<TableSize[]> {
  return administer(databaseUrl, async (client) => {
    const { rows } = await client.query<TableSize>(
      `SELECT relname AS name, pg_table_size(oid)::float8 AS table, pg_indexes_size(oid)::float8 AS indexes
       FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY relname`,
    );
    return rows;
  });
}

export function growthOf(before: readonly TableSize[], after: readonly TableSize[]): TableSize[] {
  return after.map(({ name, table, indexes }) => {
    const then = before.find((other) => other.name === name) ?? { table: 0, indexes: 0 };
    return { name, table: table - then.table, indexes: indexes - then.indexes };
  });
}

export function totalBytes(sizes: readonly TableSize[]): number {
  return sizes.reduce((sum, { table, indexes }) => sum + table + indexes, 0);
}

export function sizeTable(sizes: readonly TableSize[], transactions: number): Table {
  const each = (value: number) => String(Math.round(value / transactions));
  return {
    title: 'Bytes on disk for each transfer',
    head: ['table', 'rows', 'indexes', 'together'],
    rows: [
      ...sizes
        .filter(({ table, indexes }) => table + indexes > 0)
        .map(({ name, table, indexes }) => [name, each(table), each(indexes), each(table + indexes)]),
      ['all', '', '', each(totalBytes(sizes))],
    ],
  };
}
