import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createFunction } from './sql/create-function.js';

/** A wallet matches its latest freeze, in every asset, and freezes and unfreezes alternate. */
export class GuardFreezes1764100000013 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    // A wallet is frozen as a whole: an account opened later inherits the freeze. A freeze that this trigger cannot see yet opens
    // the same account itself; the later of the two waits, and then the freeze reaches the account.
    await createFunction(
      queryRunner,
      'inherit_freeze() RETURNS trigger',
      `
      DECLARE
        frozen_since timestamptz;
      BEGIN
        SELECT CASE action WHEN 'freeze' THEN created_at END INTO frozen_since FROM wallet_freezes
        WHERE shard = NEW.shard AND user_id = NEW.owner_id ORDER BY number DESC LIMIT 1;
        IF NEW.frozen_at <> frozen_since OR NEW.frozen_at IS NOT NULL AND frozen_since IS NULL THEN
          RAISE EXCEPTION 'account % of shard % is not frozen as its wallet is', NEW.id, NEW.shard
            USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        NEW.frozen_at := frozen_since;
        RETURN NEW;
      END
      `,
    );
    await queryRunner.query(`
      CREATE TRIGGER accounts_inherit_freeze BEFORE INSERT ON accounts
      FOR EACH ROW WHEN (NEW.owner_kind = 'user') EXECUTE FUNCTION inherit_freeze()`);

    await createFunction(
      queryRunner,
      'refuse_freezing_without_record() RETURNS trigger',
      `
      DECLARE
        frozen_since timestamptz;
      BEGIN
        IF NEW.owner_kind = 'user' THEN
          SELECT CASE action WHEN 'freeze' THEN created_at END INTO frozen_since FROM wallet_freezes
          WHERE shard = NEW.shard AND user_id = NEW.owner_id ORDER BY number DESC LIMIT 1;
        END IF;
        IF NEW.frozen_at IS DISTINCT FROM frozen_since THEN
          RAISE EXCEPTION 'account % of shard % is not frozen as its wallet is', NEW.id, NEW.shard
            USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NULL;
      END
      `,
    );
    await queryRunner.query(`
      CREATE TRIGGER accounts_frozen_by_record AFTER UPDATE OF frozen_at ON accounts
      FOR EACH ROW WHEN (NEW.frozen_at IS DISTINCT FROM OLD.frozen_at)
      EXECUTE FUNCTION refuse_freezing_without_record()`);

    await createFunction(
      queryRunner,
      'refuse_freezes_out_of_turn() RETURNS trigger',
      `
      BEGIN
        IF NEW.number = 1 AND NEW.action = 'freeze' OR EXISTS (
             SELECT FROM wallet_freezes
             WHERE shard = NEW.shard AND user_id = NEW.user_id AND number = NEW.number - 1
               AND action <> NEW.action AND created_at <= NEW.created_at
           )
        THEN
          RETURN NULL;
        END IF;
        RAISE EXCEPTION 'change % of a wallet, %, does not follow the one before it', NEW.number, NEW.action
          USING ERRCODE = 'integrity_constraint_violation';
      END
      `,
    );
    await queryRunner.query(`
      CREATE TRIGGER wallet_freezes_take_turns AFTER INSERT ON wallet_freezes
      FOR EACH ROW EXECUTE FUNCTION refuse_freezes_out_of_turn()`);

    // A freeze opens the user's account in every asset and locks them all. An asset created meanwhile would have no account to
    // lock, so creating an asset waits for running freezes. The number identifies the advisory lock in this database: "assets" in
    // ASCII.
    await queryRunner.query(`
      CREATE FUNCTION lock_assets_shared() RETURNS void
      LANGUAGE sql VOLATILE
      RETURN pg_advisory_xact_lock_shared(107148485162099)`);
    await createFunction(
      queryRunner,
      'await_freezes() RETURNS trigger',
      `
      BEGIN
        PERFORM pg_advisory_xact_lock(107148485162099);
        RETURN NULL;
      END
      `,
    );
    await queryRunner.query(`
      CREATE TRIGGER assets_await_freezes BEFORE INSERT ON assets
      FOR EACH STATEMENT EXECUTE FUNCTION await_freezes()`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP FUNCTION await_freezes, lock_assets_shared, refuse_freezes_out_of_turn, refuse_freezing_without_record,
                    inherit_freeze
      CASCADE`);
  }
}
