import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A system account never runs dry and never fills up: its balance is the sum of all that users were given, or gave, and has no
 * bound. Balances are `numeric`, which takes as much room as `bigint` or less for ordinary values. Balances of users stay within
 * 2^53 − 1.
 *
 * In the hash of an entry a balance stays eight bytes while it fits; see `hash_balance`. What was hashed before stays valid.
 */
export class WidenSystemBalances1763700000024 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE accounts
        DROP CONSTRAINT accounts_system_exact_in_json,
        ALTER COLUMN balance TYPE numeric(38, 0),
        ADD CONSTRAINT accounts_balance_is_a_number CHECK (balance <> 'NaN')`);
    // Whose entry it is says the account, whose own checks bound the balances of users.
    await queryRunner.query(`
      ALTER TABLE entries
        DROP CONSTRAINT entries_balance_after_check,
        ALTER COLUMN balance_after TYPE numeric(38, 0),
        ADD CONSTRAINT entries_balance_after_is_a_number CHECK (balance_after <> 'NaN')`);

    // Eight bytes, big-endian, within ±(2^63 − 1). Beyond: those of −2^63 as a mark, and the decimal digits as a text.
    await queryRunner.query(`
      CREATE FUNCTION hash_balance(balance numeric) RETURNS bytea
      LANGUAGE sql IMMUTABLE PARALLEL SAFE
      AS $$
        SELECT CASE WHEN abs(balance) <= 9223372036854775807 THEN int8send(balance::bigint)
                    ELSE int8send(-9223372036854775808) || hash_text(balance::text) END
      $$`);
    await replaceEntryHash(queryRunner, 'hash_balance(entry.balance_after)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE entries
        DROP CONSTRAINT entries_balance_after_is_a_number,
        ALTER COLUMN balance_after TYPE bigint,
        ADD CONSTRAINT entries_balance_after_check CHECK (abs(balance_after) <= 9007199254740991)`);
    const [{ shards }] = (await queryRunner.query(
      `SELECT shard_count::int AS shards FROM ledger_settings`,
    )) as [{ shards: number }];
    await queryRunner.query(`
      ALTER TABLE accounts
        DROP CONSTRAINT accounts_balance_is_a_number,
        ALTER COLUMN balance TYPE bigint,
        ADD CONSTRAINT accounts_system_exact_in_json CHECK (
          owner_kind <> 'system'
          OR balance BETWEEN -(9007199254740991 / ${shards}) AND 9007199254740991 / ${shards}
        )`);
    await replaceEntryHash(queryRunner, 'int8send(entry.balance_after)');
    await queryRunner.query(`DROP FUNCTION hash_balance`);
  }
}

async function replaceEntryHash(queryRunner: QueryRunner, balance: string): Promise<void> {
  await queryRunner.query(`
    CREATE OR REPLACE FUNCTION entry_hash(previous_hash bytea, entry entries, transaction transactions)
    RETURNS bytea
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
      SELECT sha256(previous_hash
        || int2send(entry.shard) || int2send(entry.leg)
        || uuid_send(entry.account_id) || int8send(entry.version) || uuid_send(entry.transaction_id)
        || int8send(entry.amount) || ${balance}
        || int8send((extract(epoch FROM entry.created_at) * 1000000)::bigint)
        || hash_text(transaction.type) || hash_text(transaction.user_id)
        || hash_text(transaction.reference) || hash_text(transaction.description)
        || hash_text(transaction.client_id) || hash_text(transaction.idempotency_key))
    $$`);
}
