import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The ledger's clock, and a place in its shard for everything that is recorded. */
export class GivePlaces1763700000021 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    // Cut, not rounded: recorded times have whole milliseconds and never lie ahead. A test may replace this function; nothing
    // else in the ledger reads a clock.
    await queryRunner.query(`
      CREATE FUNCTION ledger_now() RETURNS timestamptz
      LANGUAGE sql VOLATILE
      AS $$ SELECT date_trunc('milliseconds', clock_timestamp()) $$`);

    const [{ isUsed }] = (await queryRunner.query(
      `SELECT EXISTS (SELECT FROM transactions) OR EXISTS (SELECT FROM users)
              OR EXISTS (SELECT FROM wallet_freezes) AS "isUsed"`,
    )) as [{ isUsed: boolean }];
    if (isUsed)
      throw new Error(
        'this database is of an older pre-release and cannot be migrated: use a new database, or another DATA_DIR',
      );

    // Every batch updates the heads of its shards. The free space of a page keeps these HOT updates.
    await queryRunner.query(`
      CREATE TABLE shard_heads (
        shard   smallint PRIMARY KEY,
        last    bigint   NOT NULL DEFAULT 0 CHECK (last >= 0),
        last_at timestamptz(3) NOT NULL DEFAULT 'epoch'
      ) WITH (fillfactor = 10)`);
    await queryRunner.query(
      `INSERT INTO shard_heads (shard) SELECT generate_series(0, shard_count - 1) FROM ledger_settings`,
    );
    await queryRunner.query(`
      CREATE TRIGGER shard_heads_never_back BEFORE UPDATE ON shard_heads
      FOR EACH ROW WHEN (NEW.last < OLD.last OR NEW.last_at < OLD.last_at) EXECUTE FUNCTION refuse_rewriting_history()`);
    await queryRunner.query(`GRANT SELECT, UPDATE (last, last_at) ON shard_heads TO wallet_app`);

    for (const table of ['transactions', 'users', 'wallet_freezes']) {
      await queryRunner.query(`ALTER TABLE ${table} ADD COLUMN place bigint NOT NULL CHECK (place >= 1)`);
    }
    await queryRunner.query(`CREATE UNIQUE INDEX transactions_by_place ON transactions (shard, place)`);
    await queryRunner.query(`DROP INDEX transactions_by_user, transactions_by_reference`);
    await queryRunner.query(`CREATE INDEX transactions_by_user ON transactions (shard, user_id, place)`);
    await queryRunner.query(`
      CREATE INDEX transactions_by_reference ON transactions (shard, reference, place) WHERE reference IS NOT NULL`);

    await queryRunner.query(`CREATE INDEX transactions_by_type ON transactions (shard, type, place)`);

    // The time of a key is that of its transaction.
    await queryRunner.query(`ALTER TABLE idempotency_keys DROP COLUMN created_at`);

    // Times do not go back along the places of a shard, so a place is found by bisection, without an index on time. Freezes and
    // registrations have places too, which are gaps here.
    await queryRunner.query(`
      CREATE FUNCTION first_place_since(in_shard smallint, instant timestamptz) RETURNS bigint
      LANGUAGE plpgsql STABLE
      AS $$
      DECLARE
        low   bigint := 1;
        high  bigint;
        found record;
      BEGIN
        SELECT coalesce(max(place), 0) + 1 INTO high FROM transactions WHERE shard = in_shard;
        WHILE low < high LOOP
          SELECT place, created_at INTO found FROM transactions
          WHERE shard = in_shard AND place >= (low + high) / 2
          ORDER BY place LIMIT 1;
          IF found.place >= high OR found.created_at >= instant THEN
            high := (low + high) / 2;
          ELSE
            low := found.place + 1;
          END IF;
        END LOOP;
        RETURN low;
      END
      $$`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP FUNCTION first_place_since`);
    await queryRunner.query(
      `ALTER TABLE idempotency_keys ADD COLUMN created_at timestamptz(3) NOT NULL DEFAULT now()`,
    );
    await queryRunner.query(`ALTER TABLE idempotency_keys ALTER COLUMN created_at DROP DEFAULT`);
    await queryRunner.query(
      `DROP INDEX transactions_by_type, transactions_by_user, transactions_by_reference, transactions_by_place`,
    );
    for (const table of ['transactions', 'users', 'wallet_freezes']) {
      await queryRunner.query(`ALTER TABLE ${table} DROP COLUMN place`);
    }
    await queryRunner.query(`CREATE INDEX transactions_by_user ON transactions (shard, user_id, id)`);
    await queryRunner.query(`
      CREATE INDEX transactions_by_reference ON transactions (shard, reference, id) WHERE reference IS NOT NULL`);
    await queryRunner.query(`DROP TABLE shard_heads`);
    await queryRunner.query(`DROP FUNCTION ledger_now`);
  }
}
