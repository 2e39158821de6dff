import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A batch claims keys and opens accounts before it decides. What a refusal would leave behind is deleted in the same
 * transaction: the key of a refusal that is not stored, and an account without an entry. PostgreSQL refuses to delete any other.
 */
export class LetRefusalsLeaveNothing1763700000025 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION refuse_deleting_what_was_committed() RETURNS trigger
      LANGUAGE plpgsql
      AS $$
      BEGIN
        RAISE EXCEPTION '% of % is refused: only what the same transaction has inserted can go', TG_OP, TG_TABLE_NAME
          USING ERRCODE = 'integrity_constraint_violation';
      END
      $$`);
    // "xmin" is the transaction that wrote this version of the row. An UPDATE writes one as well, so an account must also be
    // without entries: at worst an empty one goes, and opens again with the next credit.
    await queryRunner.query(`
      CREATE TRIGGER idempotency_keys_kept BEFORE DELETE ON idempotency_keys
      FOR EACH ROW WHEN (OLD.xmin <> pg_current_xact_id()::xid)
      EXECUTE FUNCTION refuse_deleting_what_was_committed()`);
    await queryRunner.query(`
      CREATE TRIGGER accounts_kept BEFORE DELETE ON accounts
      FOR EACH ROW WHEN (OLD.version <> 0 OR OLD.xmin <> pg_current_xact_id()::xid)
      EXECUTE FUNCTION refuse_deleting_what_was_committed()`);
    await queryRunner.query(`GRANT DELETE ON accounts, idempotency_keys TO wallet_app`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`REVOKE DELETE ON accounts, idempotency_keys FROM wallet_app`);
    await queryRunner.query(`DROP FUNCTION refuse_deleting_what_was_committed CASCADE`);
  }
}
