import { administer } from '../support/postgres.js';

/** Everything a migration can create, as the catalogue of PostgreSQL describes it. */
const catalogue = `
  WITH ours AS (SELECT oid FROM pg_namespace WHERE nspname = 'public')
  SELECT format('%s %s owner %s privileges %s rls %s options %s', relkind, relname, relowner::regrole, relacl, relrowsecurity,
                reloptions) AS line
  FROM pg_class WHERE relnamespace IN (TABLE ours)
  UNION ALL
  SELECT format('column %s.%s %s not null %s default %s privileges %s', attrelid::regclass, attname,
                format_type(atttypid, atttypmod), attnotnull, pg_get_expr(adbin, adrelid), attacl)
  FROM pg_attribute JOIN pg_class c ON c.oid = attrelid LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
  WHERE c.relnamespace IN (TABLE ours) AND attnum > 0 AND NOT attisdropped
  UNION ALL
  SELECT format('constraint %s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
  FROM pg_constraint WHERE connamespace IN (TABLE ours)
  UNION ALL
  SELECT format('index %s', pg_get_indexdef(indexrelid))
  FROM pg_index JOIN pg_class c ON c.oid = indexrelid WHERE c.relnamespace IN (TABLE ours)
  UNION ALL
  SELECT format('function %s privileges %s', pg_get_functiondef(oid), proacl)
  FROM pg_proc WHERE pronamespace IN (TABLE ours) AND prokind = 'f'
  UNION ALL
  SELECT format('trigger %s enabled %s', pg_get_triggerdef(t.oid), tgenabled)
  FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid WHERE c.relnamespace IN (TABLE ours) AND NOT tgisinternal
  UNION ALL
  SELECT format('schema public privileges %s', nspacl) FROM pg_namespace WHERE oid IN (TABLE ours)
  UNION ALL
  SELECT format('role %s login %s granted to the owner %s', rolname, rolcanlogin,
                EXISTS (SELECT FROM pg_auth_members WHERE roleid = r.oid AND member = current_user::regrole))
  FROM pg_roles r WHERE rolname = 'wallet_app'
  ORDER BY line`;

/** Citus numbers the shards of tables from a sequence, which a migrator that was killed has moved on. */
const shardNumber = /_\d{6}\b/g;

/** The schema of a database as lines of text: equal schemas give equal lines. */
export function schemaOf(url: string): Promise<string[]> {
  return administer(url, async (client) => {
    const { rows } = await client.query<{ line: string }>(catalogue);
    return rows.map(({ line }) => line.replace(shardNumber, '_shard')).sort();
  });
}

/** The migrations recorded in the database; none if their table is missing. */
export function appliedMigrations(url: string): Promise<string[]> {
  return administer(url, async (client) => {
    const table = await client.query<{ there: boolean }>(
      `SELECT to_regclass('schema_migrations') IS NOT NULL AS there`,
    );
    if (!table.rows[0]?.there) return [];
    const { rows } = await client.query<{ name: string }>(`SELECT name FROM schema_migrations ORDER BY id`);
    return rows.map(({ name }) => name);
  });
}

/** The number of sessions that hold the lock of the migrators, and of those that wait for it. */
export function migrationLocks(url: string): Promise<{ held: number; waiting: number }> {
  return administer(url, async (client) => {
    const { rows } = await client.query<{ held: number; waiting: number }>(
      `SELECT count(*) FILTER (WHERE granted)::int AS held, count(*) FILTER (WHERE NOT granted)::int AS waiting
       FROM pg_locks JOIN pg_database d ON d.oid = database
       WHERE locktype = 'advisory' AND d.datname = current_database()`,
    );
    return rows[0] ?? { held: 0, waiting: 0 };
  });
}
