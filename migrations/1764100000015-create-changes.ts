import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The service's rights on this table: it appends. */
export const tableRights = { changes: 'SELECT, INSERT' };

/** What administrators change: who, when, what, and the terms before and after. */
export class CreateChanges1764100000015 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    // Numbered by the service, one change at a time: a sequence would leave gaps, number in another order than that of the commits,
    // and count on each node of a Citus cluster.
    await queryRunner.query(`
      CREATE TABLE changes (
        number     integer PRIMARY KEY CHECK (number >= 1),
        kind       text COLLATE "C" NOT NULL CHECK (kind ~ '^[a-z]+(-[a-z]+)*$'),
        subject    text COLLATE "C" NOT NULL CHECK (subject <> ''),
        changed_by text COLLATE "C" NOT NULL,
        before     jsonb CHECK (jsonb_typeof(before) = 'object'),
        after      jsonb CHECK (jsonb_typeof(after) = 'object'),
        created_at timestamptz(3) NOT NULL,
        CONSTRAINT changes_by_client_or_operator CHECK (changed_by ~ '^([a-z][a-z0-9-]{0,62}|operator:.+)$'),
        CONSTRAINT changes_something CHECK (before IS DISTINCT FROM after)
      )`);
    await queryRunner.query(`CREATE INDEX changes_by_subject ON changes (subject, kind, number)`);
    await queryRunner.query(`CREATE INDEX changes_by_author ON changes (changed_by, number)`);
    await queryRunner.query(`
      CREATE TRIGGER changes_append_only BEFORE UPDATE OR DELETE ON changes
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting_history()`);
    await queryRunner.query(`
      CREATE TRIGGER changes_never_emptied BEFORE TRUNCATE ON changes
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting_history()`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE changes`);
  }
}
