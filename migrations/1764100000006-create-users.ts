import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isUserId } from './sql/user-id.js';

/** The service's rights on these tables. */
export const tableRights = {
  users: 'SELECT, INSERT',
  wallet_freezes: 'SELECT, INSERT',
  // It adds players but cannot overwrite a password.
  players: 'SELECT, INSERT',
};

/**
 * Registered users, the history of freezes, and players with a password. Registrations and freezes take their places from the
 * shard's head, as transactions do.
 *
 * Users need not be registered: the first credit makes a user known too. `wallet_freezes` therefore has no foreign key to
 * `users`.
 */
export class CreateUsers1764100000006 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    // `registration` is a random id chosen before the transaction. If the answer of COMMIT is lost, a retry recognises its row by
    // it.
    await queryRunner.query(`
      CREATE TABLE users (
        shard        smallint NOT NULL,
        id           text COLLATE "C" NOT NULL,
        registration uuid     NOT NULL,
        metadata     jsonb    NOT NULL CHECK (jsonb_typeof(metadata) = 'object'),
        created_at   timestamptz(3) NOT NULL,
        place        bigint   NOT NULL CHECK (place >= 1),
        PRIMARY KEY (shard, id),
        CONSTRAINT users_id CHECK ${isUserId('id')}
      )`);

    // One row per change, numbered per user without gaps: the latest says whether the wallet is frozen.
    await queryRunner.query(`
      CREATE TABLE wallet_freezes (
        shard      smallint NOT NULL,
        user_id    text COLLATE "C" NOT NULL,
        number     integer  NOT NULL CHECK (number >= 1),
        action     text COLLATE "C" NOT NULL CHECK (action IN ('freeze', 'unfreeze')),
        reason     text     NOT NULL CHECK (char_length(reason) BETWEEN 1 AND 256),
        client_id  text COLLATE "C" NOT NULL,
        created_at timestamptz(3) NOT NULL,
        place      bigint   NOT NULL CHECK (place >= 1),
        PRIMARY KEY (shard, user_id, number)
      )`);

    // Only the hash of a password is stored, as a text with its parameters.
    await queryRunner.query(`
      CREATE TABLE players (
        shard         smallint NOT NULL,
        user_id       text COLLATE "C" NOT NULL,
        password_hash text NOT NULL CHECK (
          password_hash ~ '^\\$scrypt\\$ln=\\d+,r=\\d+,p=\\d+\\$[A-Za-z0-9+/]{22,}\\$[A-Za-z0-9+/]{43,}$'
        ),
        created_at    timestamptz(3) NOT NULL DEFAULT now(),
        PRIMARY KEY (shard, user_id),
        CONSTRAINT players_user_id CHECK ${isUserId('user_id')}
      )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE players, wallet_freezes, users`);
  }
}
