import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * `wallet_app` is what the service runs as: it can append history and move balances, and nothing else. Every
 * connection of the service takes this role when it opens, so that a statement that should not exist fails even
 * when the login owns the tables.
 */
export class CreateApplicationRole1763700000004 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    // Roles belong to the whole cluster: another database of the same cluster may have made it already,
    // or be making it at this moment.
    await queryRunner.query(`
      DO $$
      BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'wallet_app') THEN
          CREATE ROLE wallet_app NOLOGIN;
        END IF;
      EXCEPTION
        WHEN duplicate_object OR unique_violation THEN NULL;
        WHEN insufficient_privilege THEN
          RAISE EXCEPTION 'the role wallet_app does not exist and % may not create it', current_user
            USING HINT = 'Let an administrator run: CREATE ROLE wallet_app NOLOGIN; GRANT wallet_app TO ' || current_user;
      END
      $$`);
    await queryRunner.query(`
      DO $$
      BEGIN
        IF NOT pg_has_role(current_user, 'wallet_app', 'MEMBER') THEN
          EXECUTE format('GRANT wallet_app TO %I', current_user);
        END IF;
        EXECUTE format('GRANT USAGE ON SCHEMA %I TO wallet_app', current_schema());
        EXECUTE format('GRANT SELECT ON ALL TABLES IN SCHEMA %I TO wallet_app', current_schema());
      END
      $$`);
    await queryRunner.query(
      `GRANT INSERT ON assets, accounts, transactions, entries, idempotency_keys TO wallet_app`,
    );
    await queryRunner.query(
      `GRANT UPDATE (balance, version, head_hash, frozen_at, updated_at) ON accounts TO wallet_app`,
    );
    await queryRunner.query(`GRANT UPDATE (transaction_id, refusal) ON idempotency_keys TO wallet_app`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP OWNED BY wallet_app`);
  }
}
