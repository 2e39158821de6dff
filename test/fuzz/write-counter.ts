import { Client } from 'pg';

/** Counts every row written to any table of the service, including rolled back ones. */
export interface WriteCounter {
  count(): Promise<number>;
  close(): Promise<void>;
}

// Uses a sequence, which a ROLLBACK does not undo. The tables are discovered, which covers those of later features.
const install = `
  CREATE SEQUENCE fuzz_writes;
  CREATE FUNCTION count_write() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
  BEGIN PERFORM nextval('fuzz_writes'); RETURN NULL; END $$;
  DO $$
  DECLARE name text;
  BEGIN
    FOR name IN SELECT c.oid::regclass FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT c.relispartition
    LOOP
      EXECUTE format(
        'CREATE TRIGGER zz_count_write AFTER INSERT OR UPDATE OR DELETE ON %s FOR EACH ROW EXECUTE FUNCTION count_write()',
        name);
    END LOOP;
  END $$;`;

export async function countWrites(databaseUrl: string): Promise<WriteCounter> {
  const owner = new Client({ connectionString: databaseUrl });
  await owner.connect();
  await owner.query(install);
  return {
    count: async () => {
      const { rows } = await owner.query<{ writes: string }>(
        `SELECT CASE WHEN is_called THEN last_value ELSE 0 END AS writes FROM fuzz_writes`,
      );
      return Number(rows[0]?.writes);
    },
    close: () => owner.end(),
  };
}
