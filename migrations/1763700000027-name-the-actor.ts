import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Temporary: hash format 2, entries by place. */
export class NameTheActor1763700000027 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP FUNCTION entry_hash`);
    await queryRunner.query(`
      ALTER TABLE transactions
        ADD COLUMN actor text COLLATE "C" NOT NULL
        CONSTRAINT transactions_actor CHECK (actor ~ '^(client|player|house):.'),
        ADD COLUMN effects_digest bytea CHECK (octet_length(effects_digest) = 32),
        DROP CONSTRAINT transactions_metadata_check,
        ALTER COLUMN metadata DROP DEFAULT,
        ALTER COLUMN metadata TYPE json USING metadata::json,
        ALTER COLUMN metadata SET DEFAULT '{}',
        ADD CONSTRAINT transactions_metadata_check CHECK (json_typeof(metadata) = 'object')`);
    await queryRunner.query(
      `ALTER TABLE task_completions DROP CONSTRAINT task_completions_shard_transaction_id_fkey`,
    );
    await queryRunner.query(
      `ALTER TABLE entries DROP COLUMN transaction_id, ADD COLUMN place bigint NOT NULL`,
    );
    await queryRunner.query(`ALTER TABLE transactions DROP CONSTRAINT transactions_pkey`);
    await queryRunner.query(`DROP INDEX transactions_by_place`);
    await queryRunner.query(
      `ALTER TABLE transactions ADD PRIMARY KEY (shard, place), ADD UNIQUE (id, shard)`,
    );
    await queryRunner.query(
      `ALTER TABLE entries ADD FOREIGN KEY (shard, place) REFERENCES transactions (shard, place)`,
    );
    await queryRunner.query(
      `ALTER TABLE task_completions ADD FOREIGN KEY (shard, transaction_id) REFERENCES transactions (shard, id)`,
    );
    await queryRunner.query(
      `CREATE UNIQUE INDEX entries_by_transaction ON entries (place, shard, leg, (amount > 0))`,
    );
    await queryRunner.query(`
      CREATE TABLE user_salts (
        shard   smallint NOT NULL,
        user_id text COLLATE "C" NOT NULL,
        salt    bytea    NOT NULL CHECK (octet_length(salt) = 16),
        PRIMARY KEY (shard, user_id)
      )`);
    await queryRunner.query(`
      CREATE TRIGGER user_salts_append_only BEFORE UPDATE OR TRUNCATE ON user_salts
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting_history()`);
    await queryRunner.query(`
      CREATE TRIGGER user_salts_kept BEFORE DELETE ON user_salts
      FOR EACH ROW WHEN (OLD.xmin <> pg_current_xact_id()::xid)
      EXECUTE FUNCTION refuse_deleting_what_was_committed()`);
    await queryRunner.query(`
      CREATE FUNCTION hash_bytes(value bytea) RETURNS bytea
      LANGUAGE sql IMMUTABLE PARALLEL SAFE
      RETURN CASE WHEN value IS NULL THEN int4send(-1) ELSE int4send(octet_length(value)) || value END`);
    await queryRunner.query(`
      CREATE FUNCTION hash_time(instant timestamptz) RETURNS bytea
      LANGUAGE sql IMMUTABLE PARALLEL SAFE
      RETURN int8send((extract(epoch FROM instant) * 1000000)::bigint)`);
    await queryRunner.query(`
      CREATE FUNCTION entry_bytes(entry entries) RETURNS bytea
      LANGUAGE sql IMMUTABLE PARALLEL SAFE
      RETURN int2send((entry).leg) || uuid_send((entry).account_id) || int8send((entry).version)
             || int8send((entry).amount) || hash_balance((entry).balance_after) || hash_time((entry).created_at)`);
    await queryRunner.query(`
      CREATE FUNCTION transaction_digest(transaction transactions, salt bytea, entries bytea) RETURNS bytea
      LANGUAGE sql IMMUTABLE PARALLEL SAFE
      RETURN sha256('\\x02'::bytea
        || int2send((transaction).shard) || int8send((transaction).place) || uuid_send((transaction).id)
        || hash_time((transaction).created_at)
        || sha256(salt
             || hash_text((transaction).type) || hash_text((transaction).user_id) || hash_text((transaction).actor)
             || hash_text((transaction).reference) || hash_text((transaction).description)
             || hash_text((transaction).client_id) || hash_text((transaction).idempotency_key)
             || hash_text((transaction).metadata::text))
        || hash_bytes(entries) || hash_bytes((transaction).effects_digest))`);
    await queryRunner.query(`
      CREATE FUNCTION recompute_digest(transaction transactions) RETURNS bytea
      LANGUAGE sql STABLE PARALLEL SAFE
      RETURN (
        SELECT transaction_digest(transaction, salts.salt, (
          SELECT string_agg(entry_bytes(e), '' ORDER BY e.leg, e.amount) FROM entries e
          WHERE e.shard = (transaction).shard AND e.place = (transaction).place
        ))
        FROM user_salts salts
        WHERE salts.shard = (transaction).shard AND salts.user_id = (transaction).user_id
      )`);
    await queryRunner.query(`
      CREATE FUNCTION entry_hash(previous_hash bytea, digest bytea, leg smallint, amount bigint) RETURNS bytea
      LANGUAGE sql IMMUTABLE PARALLEL SAFE
      RETURN sha256(previous_hash || digest || int2send(leg) || CASE WHEN amount > 0 THEN '\\x01' ELSE '\\x00' END::bytea)`);
    const [{ definition }] = (await queryRunner.query(
      `SELECT pg_get_functiondef('refuse_unbalanced_entries'::regproc) AS definition`,
    )) as [{ definition: string }];
    await queryRunner.query(
      definition
        .replaceAll('AND id = e.transaction_id', 'AND place = e.place')
        .replaceAll('SELECT user_id, xmin', 'SELECT id, user_id, xmin')
        .replace('SELECT e.transaction_id, a.asset_code', 'SELECT t.id AS transaction_id, a.asset_code')
        .replace('GROUP BY e.shard, e.transaction_id, a.asset_code', 'GROUP BY e.shard, t.id, a.asset_code'),
    );
    await queryRunner.query(`DROP TRIGGER accounts_open_empty ON accounts`);
    const [{ opening }] = (await queryRunner.query(
      `SELECT pg_get_functiondef('refuse_opening_with_credits'::regproc) AS opening`,
    )) as [{ opening: string }];
    await queryRunner.query(
      opening.replace(
        'WHERE n.balance <> 0',
        `WHERE n.owner_kind = 'user'
           AND NOT EXISTS (SELECT FROM user_salts WHERE shard = n.shard AND user_id = n.owner_id)
         OR n.balance <> 0`,
      ),
    );
    await queryRunner.query(`
    CREATE TRIGGER accounts_open_empty AFTER INSERT ON accounts
    REFERENCING NEW TABLE AS new_accounts
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_opening_with_credits()`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE transactions DROP COLUMN actor`);
  }
}
