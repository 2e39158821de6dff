import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who caused a transaction. */
export class NameTheActor1763700000027 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE transactions
        ADD COLUMN actor text COLLATE "C" NOT NULL DEFAULT 'house:unknown'
        CONSTRAINT transactions_actor CHECK (actor ~ '^(client|player|house):.')`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE transactions DROP COLUMN actor`);
  }
}
