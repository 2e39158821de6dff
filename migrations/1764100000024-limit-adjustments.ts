import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The largest adjustment of a client. */
export class LimitAdjustments1764100000024 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    // NULL is no limit; 0 refuses all. Up to 2^53 - 1, as every amount.
    await queryRunner.query(`
      ALTER TABLE clients
        ADD COLUMN max_adjustment bigint CHECK (max_adjustment BETWEEN 0 AND 9007199254740991)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE clients DROP COLUMN max_adjustment`);
  }
}
