import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The service's rights on this table. */
export const tableRights = {
  user_salts: 'SELECT, INSERT, DELETE',
};

/**
 * The hash chain of an account, for plain SQL and the audit. docs/hash-format.md has the bytes; `libs/ledger/src/chain` computes
 * the same, and a test compares the two.
 */
export class CreateHashChain1764100000004 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    // The texts of a transaction are hashed with the user's salt. Without the salt they cannot be guessed from their hash, so
    // erasing it erases them.
    await queryRunner.query(`
      CREATE TABLE user_salts (
        shard   smallint NOT NULL,
        user_id text COLLATE "C" NOT NULL,
        salt    bytea    NOT NULL CHECK (octet_length(salt) = 16),
        PRIMARY KEY (shard, user_id)
      )`);

    for (const definition of [...encodings, ...hashes]) await queryRunner.query(definition);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP FUNCTION effect_digest, entry_hash, transaction_digest, account_genesis_hash,
                    entry_bytes, hash_balance, hash_time, hash_text, hash_bytes`);
    await queryRunner.query(`DROP TABLE user_salts`);
  }
}

/**
 * Integers are big-endian. Bytes and texts are preceded by their length in bytes (four bytes; -1 for NULL), so different rows
 * never give the same bytes.
 */
const encodings = [
  `CREATE FUNCTION hash_bytes(value bytea) RETURNS bytea
   LANGUAGE sql IMMUTABLE PARALLEL SAFE
   RETURN CASE WHEN value IS NULL THEN int4send(-1) ELSE int4send(octet_length(value)) || value END`,

  `CREATE FUNCTION hash_text(value text) RETURNS bytea
   LANGUAGE sql IMMUTABLE PARALLEL SAFE
   RETURN CASE WHEN value IS NULL THEN int4send(-1)
               ELSE int4send(octet_length(convert_to(value, 'UTF8'))) || convert_to(value, 'UTF8') END`,

  `CREATE FUNCTION hash_time(instant timestamptz) RETURNS bytea
   LANGUAGE sql IMMUTABLE PARALLEL SAFE
   RETURN int8send((extract(epoch FROM instant) * 1000000)::bigint)`,

  // Eight bytes within ±(2^63 − 1). Beyond that, the eight bytes of −2^63 and the decimal digits as text.
  `CREATE FUNCTION hash_balance(balance numeric) RETURNS bytea
   LANGUAGE sql IMMUTABLE PARALLEL SAFE
   RETURN CASE WHEN abs(balance) <= 9223372036854775807 THEN int8send(balance::bigint)
               ELSE int8send(-9223372036854775808) || hash_text(balance::text) END`,

  `CREATE FUNCTION entry_bytes(entry entries) RETURNS bytea
   LANGUAGE sql IMMUTABLE PARALLEL SAFE
   RETURN int2send(entry.leg) || uuid_send(entry.account_id) || int8send(entry.version)
          || int8send(entry.amount) || hash_balance(entry.balance_after) || hash_time(entry.created_at)`,
];

const hashes = [
  // An account's chain starts with its identity, so changing its owner or asset breaks the chain.
  `CREATE FUNCTION account_genesis_hash(shard smallint, id uuid, owner_kind text, owner_id text, asset_code text)
   RETURNS bytea
   LANGUAGE sql IMMUTABLE PARALLEL SAFE
   RETURN sha256(int2send(shard) || uuid_send(id)
                 || hash_text(owner_kind) || hash_text(owner_id) || hash_text(asset_code))`,

  // Everything in a transaction, after the format version.
  `CREATE FUNCTION transaction_digest(transaction transactions, salt bytea, entries bytea) RETURNS bytea
   LANGUAGE sql IMMUTABLE PARALLEL SAFE
   RETURN sha256('\\x02'::bytea
     || int2send(transaction.shard) || int8send(transaction.place) || uuid_send(transaction.id)
     || hash_time(transaction.created_at)
     || sha256(salt
          || hash_text(transaction.type) || hash_text(transaction.user_id) || hash_text(transaction.actor)
          || hash_text(transaction.reference) || hash_text(transaction.description)
          || hash_text(transaction.client_id) || hash_text(transaction.idempotency_key)
          || hash_text(transaction.metadata::text))
     || hash_bytes(entries) || hash_bytes(transaction.effects_digest))`,

  // The digest of one kind of effects; NULL if there are none. Each kind has 36 bytes: four of SHA-256 over its name, then its
  // digest.
  `CREATE FUNCTION effect_digest(effects_digest bytea, kind text) RETURNS bytea
   LANGUAGE sql IMMUTABLE PARALLEL SAFE
   RETURN (
     SELECT substring(effects_digest FROM number * 36 + 5 FOR 32)
     FROM generate_series(0, octet_length(effects_digest) / 36 - 1) AS number
     WHERE substring(effects_digest FROM number * 36 + 1 FOR 4)
           = substring(sha256(convert_to(kind, 'UTF8')) FROM 1 FOR 4)
   )`,

  `CREATE FUNCTION entry_hash(previous_hash bytea, digest bytea, leg smallint, amount bigint) RETURNS bytea
   LANGUAGE sql IMMUTABLE PARALLEL SAFE
   RETURN sha256(previous_hash || digest || int2send(leg) || CASE WHEN amount > 0 THEN '\\x01' ELSE '\\x00' END::bytea)`,
];
