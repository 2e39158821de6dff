import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The service's rights on this table, besides the earlier ones. */
export const tableRights = {
  users: 'UPDATE (tester)',
};

/**
 * Records what a database is for: `live`, or `test` for the credits of developers. It is fixed here, once. It comes from the
 * session setting `wallet.environment`, which the migration command sets if the operator or the demonstration chose one.
 * Otherwise a database that was seeded with the demonstration is `test`, and any other is `live`.
 *
 * A tester is a user whose sandbox payments are accepted in a live database.
 */
export class RecordEnvironment1764100000018 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const [row] = (await queryRunner.query(
      `SELECT coalesce(
         nullif(current_setting('wallet.environment', true), ''),
         CASE WHEN EXISTS (SELECT FROM shards JOIN idempotency_keys USING (shard) WHERE client_id = 'seed')
              THEN 'test' ELSE 'live' END
       ) AS environment`,
    )) as { environment: string }[];
    await queryRunner.query(
      `ALTER TABLE ledger_settings ADD COLUMN environment text COLLATE "C" NOT NULL DEFAULT 'live'`,
    );
    // A separate statement: Citus adds no column together with its CHECK.
    await queryRunner.query(`
      ALTER TABLE ledger_settings
        ADD CONSTRAINT ledger_settings_environment CHECK (environment IN ('live', 'test'))`);
    await queryRunner.query(`UPDATE ledger_settings SET environment = $1`, [row?.environment]);
    await queryRunner.query(`ALTER TABLE users ADD COLUMN tester boolean NOT NULL DEFAULT false`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE users DROP COLUMN tester`);
    await queryRunner.query(`ALTER TABLE ledger_settings DROP COLUMN environment`);
  }
}
