import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Registered users, the history of freezes, and what an administrator may change about an asset.
 *
 * A user does not have to be registered: the first credit makes one known as well. So `wallet_freezes` refers to no
 * `users`.
 */
export class CreateUsers1763700000008 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    // A registration makes its number up before it begins. When the answer of COMMIT is lost, that is how it knows itself.
    await queryRunner.query(`
      CREATE TABLE users (
        shard        smallint NOT NULL,
        id           text COLLATE "C" NOT NULL CHECK (id ~ '^[A-Za-z0-9._:@-]{1,64}$'),
        registration uuid     NOT NULL,
        metadata     jsonb    NOT NULL CHECK (jsonb_typeof(metadata) = 'object'),
        created_at   timestamptz(3) NOT NULL,
        PRIMARY KEY (shard, id)
      )`);

    // One row for each change, numbered without a gap for each user: the latest says whether the wallet is frozen.
    await queryRunner.query(`
      CREATE TABLE wallet_freezes (
        shard      smallint NOT NULL,
        user_id    text COLLATE "C" NOT NULL,
        number     integer  NOT NULL CHECK (number >= 1),
        action     text COLLATE "C" NOT NULL CHECK (action IN ('freeze', 'unfreeze')),
        reason     text     NOT NULL CHECK (char_length(reason) BETWEEN 1 AND 256),
        client_id  text COLLATE "C" NOT NULL,
        created_at timestamptz(3) NOT NULL,
        PRIMARY KEY (shard, user_id, number)
      )`);
    await queryRunner.query(`
      CREATE TRIGGER wallet_freezes_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON wallet_freezes
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting_history()`);

    // A freeze opens the user's account in every asset, and locks them all. An asset that came into being meanwhile would
    // have no account to lock, so that it waits for the freezes under way, whoever creates it. The number names this
    // lock among all advisory locks of the database: "assets" in ASCII.
    await queryRunner.query(`
      CREATE FUNCTION keep_assets_as_they_are() RETURNS void
      LANGUAGE sql VOLATILE
      AS $$ SELECT pg_advisory_xact_lock_shared(107148485162099) $$`);
    await queryRunner.query(`
      CREATE FUNCTION await_freezes() RETURNS trigger
      LANGUAGE plpgsql
      AS $$
      BEGIN
        PERFORM pg_advisory_xact_lock(107148485162099);
        RETURN NULL;
      END
      $$`);
    await queryRunner.query(`
      CREATE TRIGGER assets_await_freezes BEFORE INSERT ON assets
      FOR EACH STATEMENT EXECUTE FUNCTION await_freezes()`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP FUNCTION await_freezes, keep_assets_as_they_are CASCADE`);
    await queryRunner.query(`DROP TABLE wallet_freezes, users`);
  }
}
