import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createFunction } from './sql/create-function.js';

/** Guards values that only the transaction that wrote the row (`xmin`) may change: the outcome of a key, and a password. */
export class GuardOutcomesAndPasswords1764100000014 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    // The outcome of a key may change until the transaction that claimed it ends.
    await createFunction(
      queryRunner,
      'refuse_changing_an_outcome() RETURNS trigger',
      `
      BEGIN
        RAISE EXCEPTION 'the outcome of key % is committed', OLD.key USING ERRCODE = 'integrity_constraint_violation';
      END
      `,
    );
    await queryRunner.query(`
      CREATE TRIGGER idempotency_keys_keep_their_outcome BEFORE UPDATE ON idempotency_keys
      FOR EACH ROW WHEN (OLD.xmin <> pg_current_xact_id()::xid)
      EXECUTE FUNCTION refuse_changing_an_outcome()`);

    // A password comes with the registration of its user, or from the owner of the tables. The service has no right to overwrite
    // one: a compromised service could then log in as any player.
    await createFunction(
      queryRunner,
      'refuse_password_for_known_user() RETURNS trigger',
      `
      BEGIN
        IF NOT EXISTS (
             SELECT FROM users
             WHERE shard = NEW.shard AND id = NEW.user_id AND xmin = pg_current_xact_id()::xid
           ) OR EXISTS (
             SELECT FROM accounts
             WHERE shard = NEW.shard AND owner_kind = 'user' AND owner_id = NEW.user_id
               AND xmin <> pg_current_xact_id()::xid
           )
        THEN
          RAISE EXCEPTION 'user % was here before this password', NEW.user_id
            USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NULL;
      END
      `,
    );
    await queryRunner.query(`
      CREATE TRIGGER players_are_new AFTER INSERT ON players
      FOR EACH ROW EXECUTE FUNCTION refuse_password_for_known_user()`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `DROP FUNCTION refuse_password_for_known_user, refuse_changing_an_outcome CASCADE`,
    );
  }
}
