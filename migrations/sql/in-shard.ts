/**
 * The start of a PL/pgSQL statement that runs a query of a trigger on Citus; `INTO` may follow. `query` receives the names of
 * these tables' shards, in the same order. A trigger there belongs to one shard. Its transition tables cannot be joined with a
 * distributed table, but they can with the shard, a local table; and that skips Citus's planner. `rows` is a transition table
 * that is not empty.
 */
export function executeInShard<Name extends string>(
  rows: string,
  tables: readonly Name[],
  query: (shards: Record<Name, string>) => string,
): string {
  const placeholders = tables.map((table, position) => [table, `%${position + 1}$s`] as const);
  const names = tables.map(
    (table) => `
            shard_name('${table}', get_shard_id_for_distribution_column('${table}', (SELECT shard FROM ${rows} LIMIT 1)))`,
  );
  return `EXECUTE format($query$${query(Object.fromEntries(placeholders) as Record<Name, string>)}$query$,${names.join(',')})`;
}
