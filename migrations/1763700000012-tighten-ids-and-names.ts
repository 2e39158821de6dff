import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Not dots alone: a URL cannot carry the path segments `.` and `..`. */
const userId = `^\\.*[A-Za-z0-9_:@|+~!-][A-Za-z0-9._:@|+~!-]*$`;

const control = String.raw`\u0001-\u001f\u007f-\u009f\u2028\u2029`;
const bidi = String.raw`\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069`;
const blank = String.raw`\u0020\u00a0\u00ad\u034f\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u200d\u202f\u205f-\u2065\u206a-\u206f\u2800\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff`;

const olderUserId = '^[A-Za-z0-9._:@-]{1,64}$';

/**
 * User ids that a URL can carry, and readable names.
 *
 * The constraints on ids are not validated: a user who signed up as `..` stays in the history, which nothing may change, and
 * the largest tables are not scanned under a lock. They do apply to new rows.
 */
export class TightenIdsAndNames1763700000012 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const isUserId = (column: string) => `(${column} ~ '${userId}' AND char_length(${column}) <= 64)`;
    // PostgreSQL evaluates every CHECK at every update of a row. An account opens at version 0 and leaves it with its first
    // entry; a movement therefore compares one integer, and does not match the pattern, which took 3 µs a row.
    await queryRunner.query(`
      ALTER TABLE accounts ADD CONSTRAINT accounts_user_id
        CHECK (version > 0 OR owner_kind <> 'user' OR ${isUserId('owner_id')}) NOT VALID`);
    await queryRunner.query(`
      ALTER TABLE users DROP CONSTRAINT users_id_check,
        ADD CONSTRAINT users_id CHECK ${isUserId('id')} NOT VALID`);
    await queryRunner.query(`
      ALTER TABLE players DROP CONSTRAINT players_user_id_check,
        ADD CONSTRAINT players_user_id CHECK ${isUserId('user_id')} NOT VALID`);

    // The twin of `namePattern`.
    await queryRunner.query(`
      CREATE FUNCTION is_name(name text) RETURNS boolean
      LANGUAGE sql IMMUTABLE
      RETURN name ~ '^[${blank}]*[^${blank}${control}${bidi}][^${control}${bidi}]*$'`);
    await queryRunner.query(`
      ALTER TABLE assets ADD CONSTRAINT assets_name CHECK (char_length(name) <= 64 AND is_name(name))`);
    await queryRunner.query(`ALTER TABLE items ADD CONSTRAINT items_name_is_readable CHECK (is_name(name))`);
    await queryRunner.query(`ALTER TABLE tasks ADD CONSTRAINT tasks_name_is_readable CHECK (is_name(name))`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE tasks DROP CONSTRAINT tasks_name_is_readable`);
    await queryRunner.query(`ALTER TABLE items DROP CONSTRAINT items_name_is_readable`);
    await queryRunner.query(`ALTER TABLE assets DROP CONSTRAINT assets_name`);
    await queryRunner.query(`DROP FUNCTION is_name`);
    await queryRunner.query(`
      ALTER TABLE players DROP CONSTRAINT players_user_id,
        ADD CONSTRAINT players_user_id_check CHECK (user_id ~ '${olderUserId}') NOT VALID`);
    await queryRunner.query(`
      ALTER TABLE users DROP CONSTRAINT users_id,
        ADD CONSTRAINT users_id_check CHECK (id ~ '${olderUserId}') NOT VALID`);
    await queryRunner.query(`ALTER TABLE accounts DROP CONSTRAINT accounts_user_id`);
  }
}
