import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isUserId } from './sql/user-id.js';

/** The service's rights on these tables. */
export const tableRights = {
  assets: 'SELECT, INSERT, UPDATE (name, min_amount, max_amount, retired)',
  // Triggers allow deletes only for rows that the same transaction inserted.
  accounts: 'SELECT, INSERT, UPDATE (balance, version, head_hash, frozen_at, updated_at), DELETE',
};

/**
 * Assets, and the accounts that hold them. `shard` leads every key, here and in later tables: the schema can be distributed as it
 * is, and all rows of a user are in one shard. A system account has one row, a stripe, in each shard.
 *
 * A system account never runs dry and never fills up: its balance is the sum of everything users received or gave, and is
 * unbounded. Balances are `numeric`, which takes no more space than `bigint` for ordinary values. User balances stay within 2^53
 * − 1.
 */
export class CreateAccounts1764100000002 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    // A retired asset can no longer be credited. The database does not enforce this: it cannot distinguish credits decided before
    // the retirement from those decided after it.
    await queryRunner.query(`
      CREATE TABLE assets (
        code       text COLLATE "C" PRIMARY KEY CHECK (code ~ '^[A-Z][A-Z0-9_]{0,31}$'),
        name       text        NOT NULL,
        decimals   smallint    NOT NULL DEFAULT 0 CHECK (decimals BETWEEN 0 AND 15),
        min_amount bigint      NOT NULL DEFAULT 1 CHECK (min_amount >= 1),
        max_amount bigint      NOT NULL DEFAULT 9007199254740991
                               CHECK (max_amount BETWEEN min_amount AND 9007199254740991),
        retired    boolean     NOT NULL DEFAULT false,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        CONSTRAINT assets_name CHECK (char_length(name) <= 64 AND is_name(name))
      )`);

    // held       the part of a user's balance reserved by holds
    // owed       the user's debt to the service; not part of the balance
    // lapses_at  when the first thing on the account lapses (a hold, a lot); may be too early, never too late
    // floor      the minimum balance of a stripe that pays from a budget; NULL for none
    //
    // A balance update changes no indexed column; the free half of each page keeps it a HOT update
    // (PostgreSQL documentation, 66.7 Heap-Only Tuples). The integers are neighbours, which loses nothing to alignment.
    //
    // PostgreSQL evaluates every CHECK at every update of a row. An account opens at version 0 and leaves it with its first
    // entry; a movement therefore compares one integer, and does not match the pattern of ids, which took 3 µs a row.
    await queryRunner.query(`
      CREATE TABLE accounts (
        shard      smallint NOT NULL,
        id         uuid     NOT NULL,
        owner_kind text COLLATE "C" NOT NULL CHECK (owner_kind IN ('user', 'system')),
        owner_id   text COLLATE "C" NOT NULL,
        asset_code text COLLATE "C" NOT NULL REFERENCES assets (code),
        balance    numeric(38, 0) NOT NULL DEFAULT 0,
        version    bigint   NOT NULL DEFAULT 0 CHECK (version >= 0),
        held       bigint   NOT NULL DEFAULT 0,
        owed       bigint   NOT NULL DEFAULT 0,
        floor      bigint,
        head_hash  bytea    NOT NULL CHECK (octet_length(head_hash) = 32),
        frozen_at  timestamptz(3),
        lapses_at  timestamptz(3),
        created_at timestamptz(3) NOT NULL,
        updated_at timestamptz(3) NOT NULL,
        PRIMARY KEY (shard, id),
        UNIQUE (shard, owner_kind, owner_id, asset_code),
        CONSTRAINT accounts_user_id CHECK (version > 0 OR owner_kind <> 'user' OR ${isUserId('owner_id')}),
        CONSTRAINT accounts_balance_is_a_number CHECK (balance <> 'NaN'),
        CONSTRAINT accounts_user_never_negative CHECK (owner_kind <> 'user' OR balance >= held),
        CONSTRAINT accounts_user_exact_in_json  CHECK (owner_kind <> 'user' OR balance <= 9007199254740991),
        CONSTRAINT accounts_held   CHECK (held = 0 OR held > 0 AND owner_kind = 'user'),
        CONSTRAINT accounts_owed   CHECK (owed = 0 OR owed BETWEEN 1 AND 9007199254740991 AND owner_kind = 'user'),
        CONSTRAINT accounts_lapses CHECK (lapses_at IS NULL OR owner_kind = 'user'),
        CONSTRAINT accounts_floor  CHECK (floor IS NULL OR owner_kind = 'system' AND balance >= floor)
      ) WITH (fillfactor = 50)`);
    await queryRunner.query(learnShards);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE accounts, assets`);
  }
}

/**
 * Provides statistics on `shard` from the start. Without them the planner treats two conditions on it as independent and reads
 * whole shards to lock a few accounts: the first 15,000 top-ups of a database then cost it 630 µs each instead of 375 (ADR 26).
 * ANALYZE on an empty table writes no statistics and does not replace existing ones.
 */
const learnShards = `
  INSERT INTO assets (code, name) VALUES ('SAMPLE', 'Sample');
  INSERT INTO accounts (shard, id, owner_kind, owner_id, asset_code, head_hash, created_at, updated_at)
  SELECT number % shard_count, gen_random_uuid(), 'user', 'sample-' || number, 'SAMPLE', sha256(''), now(), now()
  FROM ledger_settings CROSS JOIN generate_series(1, 1600) AS number;
  ANALYZE accounts;
  DELETE FROM accounts;
  DELETE FROM assets`;
