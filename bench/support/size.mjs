import { administer } from './databases.mjs';

/** The bytes on disk of each table and of its indexes, and what they have grown by since `before`. */
export async function measureSize(databaseUrl, before) {
  const tables = await administer(databaseUrl, async (client) => {
    const { rows } = await client.query(
      `SELECT relname AS name, pg_table_size(oid)::float8 AS table, pg_indexes_size(oid)::float8 AS indexes
       FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY relname`,
    );
    return rows;
  });
  if (!before) return { tables };
  const grown = tables.map(({ name, table, indexes }) => {
    const then = before.tables.find((other) => other.name === name);
    return { name, table: table - then.table, indexes: indexes - then.indexes };
  });
  return { tables: grown, bytes: grown.reduce((sum, { table, indexes }) => sum + table + indexes, 0) };
}

export function sizeTable({ tables, bytes }, transactions) {
  const each = (value) => String(Math.round(value / transactions));
  return {
    title: 'Bytes on disk for each transfer',
    head: ['table', 'rows', 'indexes', 'together'],
    rows: [
      ...tables
        .filter(({ table, indexes }) => table + indexes > 0)
        .map(({ name, table, indexes }) => [name, each(table), each(indexes), each(table + indexes)]),
      ['all', '', '', each(bytes)],
    ],
  };
}
