import type { EntityManager } from 'typeorm';
import { recreateAround } from './recreate-around.js';
import { isUnmanaged } from './unmanaged.js';

interface Table {
  /** Quoted and with its schema. */
  name: string;
  /** Whether `shard` is part of its primary key. */
  hasShard: boolean;
}

/**
 * Distributes the tables of the ledger that Citus does not manage yet: tables with a `shard` by that column, placed together, and
 * all others as reference tables, of which every node has a copy. Existing rows move along. TypeORM's record of the migrations and
 * the record of the audits stay on the coordinator, the only node that reads them.
 *
 * Run it in a transaction, on a session with `citusMigrationSettings`.
 */
export async function distributeTables(
  owner: EntityManager,
  { schema, groups }: { schema: string; groups: number | undefined },
): Promise<string[]> {
  const tables = await undistributed(owner, schema);
  if (tables.length > 0) {
    await recreateAround(owner, schema, async () => {
      if (groups !== undefined) await owner.query(`SET LOCAL citus.shard_count = ${groups}`);
      for (const { name } of tables.filter(({ hasShard }) => !hasShard))
        await owner.query(`SELECT create_reference_table($1)`, [name]);
      for (const { name } of tables.filter(({ hasShard }) => hasShard))
        await owner.query(`SELECT create_distributed_table($1, 'shard', colocate_with => $2)`, [
          name,
          await placedWith(owner, schema),
        ]);
    });
  }
  await distributeFunctions(owner, schema);
  return tables.map(({ name }) => name);
}

async function undistributed(owner: EntityManager, schema: string): Promise<Table[]> {
  return owner.query<Table[]>(
    `SELECT format('%I.%I', nspname, relname) AS name,
            EXISTS (SELECT FROM pg_attribute WHERE attrelid = pg_class.oid AND attname = 'shard') AS "hasShard"
     FROM pg_class JOIN pg_namespace ON relnamespace = pg_namespace.oid
     WHERE nspname = $1 AND relkind = 'r' AND relname <> ALL (ARRAY['schema_migrations', 'ledger_verifications'])
       AND ${isUnmanaged('pg_class.oid')}
     ORDER BY pg_class.oid`,
    [schema],
  );
}

/** A table whose shards the next one joins; `none` for the first. */
async function placedWith(owner: EntityManager, schema: string): Promise<string> {
  const [row] = await owner.query<{ name: string }[]>(
    `SELECT logicalrelid::text AS name FROM pg_dist_partition
     JOIN pg_class ON pg_class.oid = logicalrelid JOIN pg_namespace ON relnamespace = pg_namespace.oid
     WHERE nspname = $1 AND partmethod = 'h' LIMIT 1`,
    [schema],
  );
  return row?.name ?? 'none';
}

/** Triggers bring their functions to every node; statements need the others there too. */
async function distributeFunctions(owner: EntityManager, schema: string): Promise<void> {
  await owner.query(
    `SELECT create_distributed_function(pg_proc.oid::regprocedure)
     FROM pg_proc JOIN pg_namespace ON pronamespace = pg_namespace.oid
     WHERE nspname = $1 AND prorettype <> 'trigger'::regtype
       AND NOT EXISTS (SELECT FROM pg_catalog.pg_dist_object
                       WHERE classid = 'pg_proc'::regclass AND objid = pg_proc.oid)
     ORDER BY pg_proc.oid`,
    [schema],
  );
}
