import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whether an asset is retired: nothing is credited in it any more. It is no rule of the database, which could not tell a credit
 * that was decided before the retirement from one that was decided after it.
 */
export class RetireAssets1763700000020 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE assets ADD COLUMN retired boolean NOT NULL DEFAULT false`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE assets DROP COLUMN retired`);
  }
}
