import type { QueryRunner } from 'typeorm';

/**
 * Creates a PL/pgSQL function that resolves names in the ledger's schema, whatever the session's search path, in which temporary
 * tables come first (PostgreSQL documentation, CREATE FUNCTION, "Writing SECURITY DEFINER Functions Safely"). The setting costs
 * about a microsecond per call.
 *
 * SQL functions need no setting: with `RETURN` or `BEGIN ATOMIC`, names are resolved at creation, and the function can still be
 * inlined.
 */
export async function createFunction(
  queryRunner: QueryRunner,
  signature: string,
  body: string,
): Promise<void> {
  const [{ schema }] = (await queryRunner.query(`SELECT quote_ident(current_schema()) AS schema`)) as [
    { schema: string },
  ];
  await queryRunner.query(`
    CREATE FUNCTION ${signature}
    LANGUAGE plpgsql
    SET search_path = pg_catalog, ${schema}, pg_temp
    AS $$${body}$$`);
}
