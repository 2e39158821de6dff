import type { EntityManager } from 'typeorm';
import { isUnmanaged } from './unmanaged.js';

interface Definition {
  drop: string;
  create: string;
}

/**
 * Does the work without the foreign keys and triggers of the tables in the schema that Citus does not manage yet, and without the
 * functions that use them, and creates them again. Citus can neither distribute a table while another kind of table refers to it,
 * nor one whose row type a function takes; and it copies existing rows by statements that fire triggers.
 */
export async function recreateAround(
  owner: EntityManager,
  schema: string,
  work: () => Promise<void>,
): Promise<void> {
  const definitions = [
    ...(await foreignKeys(owner, schema)),
    ...(await triggers(owner, schema)),
    ...(await functionsOfTables(owner, schema)),
  ];
  for (const { drop } of [...definitions].reverse()) await owner.query(drop);
  await work();
  for (const { create } of definitions) await owner.query(create);
}

function foreignKeys(owner: EntityManager, schema: string): Promise<Definition[]> {
  return owner.query<Definition[]>(
    `SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS drop,
            format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS create
     FROM pg_constraint
     WHERE contype = 'f' AND connamespace = $1::regnamespace AND (${isUnmanaged('conrelid')} OR ${isUnmanaged('confrelid')})`,
    [schema],
  );
}

function triggers(owner: EntityManager, schema: string): Promise<Definition[]> {
  return owner.query<Definition[]>(
    `SELECT format('DROP TRIGGER %I ON %s', tgname, tgrelid::regclass) AS drop, pg_get_triggerdef(pg_trigger.oid) AS create
     FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
     WHERE relnamespace = $1::regnamespace AND NOT tgisinternal AND ${isUnmanaged('tgrelid')}
     ORDER BY pg_trigger.oid`,
    [schema],
  );
}

/** In order of creation: a function may call an earlier one. */
function functionsOfTables(owner: EntityManager, schema: string): Promise<Definition[]> {
  return owner.query<Definition[]>(
    `SELECT format('DROP FUNCTION %s', oid::regprocedure) AS drop, pg_get_functiondef(oid) AS create
     FROM pg_proc
     WHERE pronamespace = $1::regnamespace AND EXISTS (
       SELECT FROM pg_depend
       LEFT JOIN pg_type ON refclassid = 'pg_type'::regclass AND pg_type.oid = refobjid
       JOIN pg_class ON pg_class.oid = CASE refclassid WHEN 'pg_class'::regclass THEN refobjid ELSE typrelid END
       WHERE classid = 'pg_proc'::regclass AND objid = pg_proc.oid AND relnamespace = $1::regnamespace
         AND ${isUnmanaged('pg_class.oid')}
     )
     ORDER BY oid`,
    [schema],
  );
}
