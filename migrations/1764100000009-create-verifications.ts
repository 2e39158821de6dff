import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The service's rights on this table. */
export const tableRights = {
  ledger_verifications: 'SELECT, INSERT, UPDATE (state, duration_ms, steps_done, invariants), DELETE',
};

/**
 * The latest audit, whose progress every instance can read, and the latest finished one. An unfinished run counts as running
 * while `backend_pid` holds the advisory lock of the audit.
 */
export class CreateVerifications1764100000009 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE ledger_verifications (
        id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        state       text COLLATE "C" NOT NULL DEFAULT 'running',
        backend_pid integer NOT NULL,
        started_at  timestamptz(3) NOT NULL DEFAULT now(),
        duration_ms integer,
        steps       integer NOT NULL,
        steps_done  integer NOT NULL DEFAULT 0,
        invariants  jsonb   NOT NULL DEFAULT '[]',
        CONSTRAINT ledger_verifications_state CHECK (state IN ('running', 'finished', 'failed')),
        CONSTRAINT ledger_verifications_steps CHECK (steps_done BETWEEN 0 AND steps),
        CONSTRAINT ledger_verifications_duration CHECK ((state = 'finished') = (duration_ms IS NOT NULL))
      )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE ledger_verifications`);
  }
}
