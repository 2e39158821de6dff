import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The oldest code that may use the schema: `oldest_code` names a migration that the code must know. Code that does not know it
 * refuses to start, and a running instance is no longer ready.
 *
 * A migration that older code cannot live with sets it to its name in `up`, and back in `down`.
 */
export class RecordOldestCode1764100000016 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `ALTER TABLE ledger_settings ADD COLUMN oldest_code text NOT NULL DEFAULT 'CreateFoundations1764100000001'`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE ledger_settings DROP COLUMN oldest_code`);
  }
}
