import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The service's rights on this table. */
export const tableRights = {
  verified_places: 'SELECT, INSERT, UPDATE (place)',
};

/** Where the next scheduled audit of each shard goes on. An audit that only continues is kept apart from a full one. */
export class RecordVerifiedPlaces1764100000017 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE verified_places (
        shard smallint PRIMARY KEY,
        place bigint NOT NULL CHECK (place >= 0)
      )`);
    await queryRunner.query(`
      ALTER TABLE ledger_verifications
        ADD COLUMN scope text COLLATE "C" NOT NULL DEFAULT 'full'
          CONSTRAINT ledger_verifications_scope CHECK (scope IN ('full', 'new'))`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE ledger_verifications DROP COLUMN scope`);
    await queryRunner.query(`DROP TABLE verified_places`);
  }
}
