import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What both the application and plain SQL must be able to compute: where a user lives, and the hash chain of
 * an account. `libs/ledger/src/chain/entry-hash.ts` is the twin of `entry_hash`; a test holds them together.
 */
export class CreateLedgerFunctions1763700000002 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    // The first four bytes of SHA-256, as an unsigned big-endian number, modulo the number of shards.
    await queryRunner.query(`
      CREATE FUNCTION wallet_shard(user_id text) RETURNS smallint
      LANGUAGE sql STABLE PARALLEL SAFE
      AS $$
        SELECT ((('x' || encode(substr(sha256(convert_to(user_id, 'UTF8')), 1, 4), 'hex'))::bit(32)::bigint
                 & 4294967295) % shard_count)::smallint
        FROM ledger_settings
      $$`);

    // Text goes into a hash behind its length in bytes (four bytes, big-endian; -1 for NULL), so that two
    // different rows can never give the same bytes.
    await queryRunner.query(`
      CREATE FUNCTION hash_text(value text) RETURNS bytea
      LANGUAGE sql IMMUTABLE PARALLEL SAFE
      AS $$
        SELECT CASE WHEN value IS NULL THEN int4send(-1)
                    ELSE int4send(octet_length(convert_to(value, 'UTF8'))) || convert_to(value, 'UTF8') END
      $$`);

    // The chain of an account begins with the account's own identity, so that giving an account
    // to another owner, or to another asset, breaks its chain.
    await queryRunner.query(`
      CREATE FUNCTION account_genesis_hash(shard smallint, id uuid, owner_kind text, owner_id text, asset_code text)
      RETURNS bytea
      LANGUAGE sql IMMUTABLE PARALLEL SAFE
      AS $$
        SELECT sha256(int2send(shard) || uuid_send(id)
                      || hash_text(owner_kind) || hash_text(owner_id) || hash_text(asset_code))
      $$`);

    await queryRunner.query(`
      CREATE FUNCTION entry_hash(previous_hash bytea, entry entries, transaction transactions) RETURNS bytea
      LANGUAGE sql IMMUTABLE PARALLEL SAFE
      AS $$
        SELECT sha256(previous_hash
          || int2send(entry.shard) || int2send(entry.leg)
          || uuid_send(entry.account_id) || int8send(entry.version) || uuid_send(entry.transaction_id)
          || int8send(entry.amount) || int8send(entry.balance_after)
          || int8send((extract(epoch FROM entry.created_at) * 1000000)::bigint)
          || hash_text(transaction.type) || hash_text(transaction.user_id)
          || hash_text(transaction.reference) || hash_text(transaction.description)
          || hash_text(transaction.client_id) || hash_text(transaction.idempotency_key))
      $$`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP FUNCTION entry_hash, account_genesis_hash, hash_text, wallet_shard`);
  }
}
