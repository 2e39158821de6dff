import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who may complete a task, and scopes by any name: the service registers the names, and an unknown one grants nothing.
 *
 * An unlimited task is for clients only: a player could complete it in a loop.
 */
export class SeparateCallers1763700000010 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE tasks
        ADD COLUMN completed_by text NOT NULL DEFAULT 'client',
        ADD CONSTRAINT tasks_completed_by CHECK (completed_by IN ('client', 'player')),
        ADD CONSTRAINT tasks_of_players_are_limited
          CHECK (completed_by = 'client' OR completion_limit <> 'unlimited')`);

    await queryRunner.query(`ALTER TABLE clients DROP CONSTRAINT clients_scopes_check`);
    await queryRunner.query(`
      ALTER TABLE clients ADD CONSTRAINT clients_scopes_check
        CHECK (cardinality(scopes) > 0 AND array_position(scopes, NULL) IS NULL)`);
    // Until now `wallet:write` allowed registering users.
    await queryRunner.query(`
      UPDATE clients SET scopes = scopes || '{users:write}' WHERE 'wallet:write' = ANY (scopes)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE tasks DROP COLUMN completed_by`);
    // No client gains rights: one left without a scope is revoked.
    await queryRunner.query(`ALTER TABLE clients DROP CONSTRAINT clients_scopes_check`);
    await queryRunner.query(`
      UPDATE clients SET revoked_at = coalesce(revoked_at, now()), scopes = '{wallet:read}'
      WHERE NOT scopes && ARRAY['wallet:read', 'wallet:write', 'catalog:write', 'admin']`);
    await queryRunner.query(`
      UPDATE clients SET scopes = ARRAY(
        SELECT scope FROM unnest(scopes) AS scope
        WHERE scope IN ('wallet:read', 'wallet:write', 'catalog:write', 'admin'))`);
    await queryRunner.query(`
      ALTER TABLE clients ADD CONSTRAINT clients_scopes_check CHECK (
        cardinality(scopes) > 0 AND scopes <@ ARRAY['wallet:read', 'wallet:write', 'catalog:write', 'admin']
      )`);
  }
}
