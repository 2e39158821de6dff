import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a client may store in a day, per instance; NULL is no limit. */
export class LimitWhatClientsStore1763700000014 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE clients
        ADD COLUMN daily_refusals integer CHECK (daily_refusals >= 0),
        ADD COLUMN daily_bytes    integer CHECK (daily_bytes >= 0)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE clients DROP COLUMN daily_refusals, DROP COLUMN daily_bytes`);
  }
}
