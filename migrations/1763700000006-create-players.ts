import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Users who log in by themselves. Of a password only a hash is kept, as a text that says how it was made. */
export class CreatePlayers1763700000006 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE players (
        shard         smallint NOT NULL,
        user_id       text COLLATE "C" NOT NULL CHECK (user_id ~ '^[A-Za-z0-9._:@-]{1,64}$'),
        password_hash text NOT NULL CHECK (
          password_hash ~ '^\\$scrypt\\$ln=\\d+,r=\\d+,p=\\d+\\$[A-Za-z0-9+/]{22,}\\$[A-Za-z0-9+/]{43,}$'
        ),
        created_at    timestamptz(3) NOT NULL DEFAULT now(),
        PRIMARY KEY (shard, user_id)
      )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE players`);
  }
}
