import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createFunction } from './sql/create-function.js';

const historyTables = ['transactions', 'entries', 'wallet_freezes', 'task_completions'];

/** The first of the guards: triggers that PostgreSQL enforces on the service, on scripts and on the owner of the tables. */
export class GuardHistory1764100000010 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await createFunction(
      queryRunner,
      'refuse_rewriting_history() RETURNS trigger',
      `
      BEGIN
        RAISE EXCEPTION '% of % is refused: history is append-only', TG_OP, TG_TABLE_NAME
          USING ERRCODE = 'integrity_constraint_violation';
      END
      `,
    );
    for (const table of historyTables) {
      await queryRunner.query(`
        CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting_history()`);
    }
    await queryRunner.query(`
      CREATE TRIGGER user_salts_append_only BEFORE UPDATE ON user_salts
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting_history()`);
    await queryRunner.query(`
      CREATE TRIGGER shard_heads_never_back BEFORE UPDATE ON shard_heads
      FOR EACH ROW WHEN (NEW.last < OLD.last OR NEW.last_at < OLD.last_at) EXECUTE FUNCTION refuse_rewriting_history()`);

    // Apart from the others: Citus creates no trigger in the shards of a table if it fires on TRUNCATE.
    for (const table of [...historyTables, 'user_salts', 'accounts', 'idempotency_keys']) {
      await queryRunner.query(`
        CREATE TRIGGER ${table}_never_emptied BEFORE TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting_history()`);
    }

    // A batch claims keys and opens accounts before it decides. Leftovers of a refusal are deleted in the same transaction: the
    // key of a refusal that is not stored, an account without entries, and the salt of its user.
    await createFunction(
      queryRunner,
      'refuse_deleting_what_was_committed() RETURNS trigger',
      `
      BEGIN
        RAISE EXCEPTION '% of % is refused: only what the same transaction has inserted can go', TG_OP, TG_TABLE_NAME
          USING ERRCODE = 'integrity_constraint_violation';
      END
      `,
    );
    // "xmin" is the transaction that wrote this version of the row. An UPDATE sets it too, so an account must also have no
    // entries: at worst an empty account is deleted, and opens again with the next credit.
    await queryRunner.query(`
      CREATE TRIGGER idempotency_keys_kept BEFORE DELETE ON idempotency_keys
      FOR EACH ROW WHEN (OLD.xmin <> pg_current_xact_id()::xid)
      EXECUTE FUNCTION refuse_deleting_what_was_committed()`);
    await queryRunner.query(`
      CREATE TRIGGER user_salts_kept BEFORE DELETE ON user_salts
      FOR EACH ROW WHEN (OLD.xmin <> pg_current_xact_id()::xid)
      EXECUTE FUNCTION refuse_deleting_what_was_committed()`);
    await queryRunner.query(`
      CREATE TRIGGER accounts_kept BEFORE DELETE ON accounts
      FOR EACH ROW WHEN (OLD.version <> 0 OR OLD.xmin <> pg_current_xact_id()::xid)
      EXECUTE FUNCTION refuse_deleting_what_was_committed()`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `DROP FUNCTION refuse_deleting_what_was_committed, refuse_rewriting_history CASCADE`,
    );
  }
}
