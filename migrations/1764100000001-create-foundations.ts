import type { MigrationInterface, QueryRunner } from 'typeorm';

const control = String.raw`\u0001-\u001f\u007f-\u009f\u2028\u2029`;
const bidi = String.raw`\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069`;
const blank = String.raw`\u0020\u00a0\u00ad\u034f\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u200d\u202f\u205f-\u2065\u206a-\u206f\u2800\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff`;

/** The service's rights on these tables. `schema_migrations` is TypeORM's record of the migrations. */
export const tableRights = {
  schema_migrations: 'SELECT',
  ledger_settings: 'SELECT',
  shards: 'SELECT',
};

/**
 * The basis of the schema: the number of shards, the shard of a user, the clock, and what a valid name is.
 *
 * The number of shards is fixed here, once. It comes from the session setting `wallet.shard_count`, which the migration command
 * sets.
 */
export class CreateFoundations1764100000001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE ledger_settings (
        singleton   boolean  PRIMARY KEY DEFAULT true CHECK (singleton),
        shard_count smallint NOT NULL CHECK (shard_count BETWEEN 1 AND 1024)
      )`);
    await queryRunner.query(`
      INSERT INTO ledger_settings (shard_count)
      VALUES (coalesce(nullif(current_setting('wallet.shard_count', true), ''), '16')::smallint)`);

    // Every shard once. Citus runs an INSERT … SELECT on the node of its rows only if the SELECT reads a distributed table, so the
    // inserts of a batch join this one.
    await queryRunner.query(`CREATE TABLE shards (shard smallint PRIMARY KEY)`);
    await queryRunner.query(
      `INSERT INTO shards SELECT generate_series(0, shard_count - 1) FROM ledger_settings`,
    );

    // The first four bytes of SHA-256, as an unsigned big-endian number, modulo the number of shards.
    await queryRunner.query(`
      CREATE FUNCTION shard_of(user_id text, shard_count smallint) RETURNS smallint
      LANGUAGE sql IMMUTABLE PARALLEL SAFE
      RETURN ((('x' || encode(substr(sha256(convert_to(user_id, 'UTF8')), 1, 4), 'hex'))::bit(32)::bigint
               & 4294967295) % shard_count)::smallint`);
    await queryRunner.query(`
      CREATE FUNCTION wallet_shard(user_id text) RETURNS smallint
      LANGUAGE sql STABLE PARALLEL SAFE
      BEGIN ATOMIC
        SELECT shard_of(user_id, shard_count) FROM ledger_settings;
      END`);

    // Truncated, not rounded: recorded times have whole milliseconds and never lie in the future. A test may replace this
    // function; nothing else in the ledger reads a clock.
    await queryRunner.query(`
      CREATE FUNCTION ledger_now() RETURNS timestamptz
      LANGUAGE sql VOLATILE
      RETURN date_trunc('milliseconds', clock_timestamp())`);

    // Readable, on one line, in one direction. Same rule as `namePattern`.
    await queryRunner.query(`
      CREATE FUNCTION is_name(name text) RETURNS boolean
      LANGUAGE sql IMMUTABLE
      RETURN name ~ '^[${blank}]*[^${blank}${control}${bidi}][^${control}${bidi}]*$'`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP FUNCTION is_name, ledger_now, wallet_shard, shard_of`);
    await queryRunner.query(`DROP TABLE shards, ledger_settings`);
  }
}
