import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The tables. `shard` leads every key, so that the schema distributes as it is and every row of a user
 * lives in one place.
 *
 * The number of shards is fixed here, once: it comes from the session setting `wallet.shard_count`, which the
 * migration command sets, because the balance limit of a system stripe depends on it.
 */
export class CreateLedgerTables1763700000001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const [{ shards }] = (await queryRunner.query(
      `SELECT coalesce(nullif(current_setting('wallet.shard_count', true), ''), '16')::int AS shards`,
    )) as [{ shards: number }];

    await queryRunner.query(`
      CREATE TABLE ledger_settings (
        singleton   boolean  PRIMARY KEY DEFAULT true CHECK (singleton),
        shard_count smallint NOT NULL CHECK (shard_count BETWEEN 1 AND 1024)
      )`);
    await queryRunner.query(`INSERT INTO ledger_settings (shard_count) VALUES ($1)`, [shards]);

    await queryRunner.query(`
      CREATE TABLE assets (
        code       text COLLATE "C" PRIMARY KEY CHECK (code ~ '^[A-Z][A-Z0-9_]{0,31}$'),
        name       text        NOT NULL,
        decimals   smallint    NOT NULL DEFAULT 0 CHECK (decimals BETWEEN 0 AND 15),
        min_amount bigint      NOT NULL DEFAULT 1 CHECK (min_amount >= 1),
        max_amount bigint      NOT NULL DEFAULT 9007199254740991
                               CHECK (max_amount BETWEEN min_amount AND 9007199254740991),
        created_at timestamptz(3) NOT NULL DEFAULT now()
      )`);

    // A balance update changes no indexed column; the free half of each page keeps it a HOT update
    // (PostgreSQL documentation, 66.7 Heap-Only Tuples).
    await queryRunner.query(`
      CREATE TABLE accounts (
        shard      smallint NOT NULL,
        id         uuid     NOT NULL,
        owner_kind text COLLATE "C" NOT NULL CHECK (owner_kind IN ('user', 'system')),
        owner_id   text COLLATE "C" NOT NULL,
        asset_code text COLLATE "C" NOT NULL REFERENCES assets (code),
        balance    bigint   NOT NULL DEFAULT 0,
        version    bigint   NOT NULL DEFAULT 0 CHECK (version >= 0),
        head_hash  bytea    NOT NULL CHECK (octet_length(head_hash) = 32),
        frozen_at  timestamptz(3),
        created_at timestamptz(3) NOT NULL,
        updated_at timestamptz(3) NOT NULL,
        PRIMARY KEY (shard, id),
        UNIQUE (shard, owner_kind, owner_id, asset_code),
        CONSTRAINT accounts_user_never_negative CHECK (owner_kind <> 'user' OR balance >= 0),
        CONSTRAINT accounts_user_exact_in_json  CHECK (owner_kind <> 'user' OR balance <= 9007199254740991),
        CONSTRAINT accounts_system_exact_in_json CHECK (
          owner_kind <> 'system'
          OR balance BETWEEN -(9007199254740991 / ${shards}) AND 9007199254740991 / ${shards}
        )
      ) WITH (fillfactor = 50)`);

    await queryRunner.query(`
      CREATE TABLE transactions (
        shard           smallint NOT NULL,
        id              uuid     NOT NULL,
        type            text COLLATE "C" NOT NULL,
        user_id         text COLLATE "C" NOT NULL,
        reference       text,
        description     text,
        metadata        jsonb    NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(metadata) = 'object'),
        client_id       text COLLATE "C" NOT NULL,
        idempotency_key text COLLATE "C" NOT NULL,
        created_at      timestamptz(3) NOT NULL,
        PRIMARY KEY (shard, id)
      )`);
    await queryRunner.query(`CREATE INDEX transactions_by_user ON transactions (shard, user_id, id)`);
    await queryRunner.query(`
      CREATE INDEX transactions_by_reference ON transactions (shard, reference, id) WHERE reference IS NOT NULL`);

    await queryRunner.query(`
      CREATE TABLE entries (
        shard          smallint NOT NULL,
        leg            smallint NOT NULL CHECK (leg >= 0),
        account_id     uuid     NOT NULL,
        version        bigint   NOT NULL CHECK (version >= 1),
        transaction_id uuid     NOT NULL,
        amount         bigint   NOT NULL CHECK (amount <> 0 AND abs(amount) <= 9007199254740991),
        balance_after  bigint   NOT NULL CHECK (abs(balance_after) <= 9007199254740991),
        created_at     timestamptz(3) NOT NULL,
        hash           bytea    NOT NULL CHECK (octet_length(hash) = 32),
        PRIMARY KEY (shard, account_id, version),
        FOREIGN KEY (shard, account_id) REFERENCES accounts (shard, id),
        FOREIGN KEY (shard, transaction_id) REFERENCES transactions (shard, id)
      )`);
    // Reads a transaction with its entries, and refuses the same leg twice on one account.
    await queryRunner.query(`
      CREATE UNIQUE INDEX entries_by_transaction ON entries (shard, transaction_id, leg, account_id)`);

    // A key holds the transaction that it committed, or the refusal that it was answered with: never both.
    await queryRunner.query(`
      CREATE TABLE idempotency_keys (
        shard          smallint NOT NULL,
        client_id      text COLLATE "C" NOT NULL,
        user_id        text COLLATE "C" NOT NULL,
        key            text COLLATE "C" NOT NULL,
        fingerprint    bytea    NOT NULL CHECK (octet_length(fingerprint) = 32),
        transaction_id uuid,
        refusal        jsonb,
        created_at     timestamptz(3) NOT NULL,
        PRIMARY KEY (shard, client_id, user_id, key),
        CONSTRAINT idempotency_keys_one_outcome CHECK ((transaction_id IS NULL) <> (refusal IS NULL))
      )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `DROP TABLE idempotency_keys, entries, transactions, accounts, assets, ledger_settings`,
    );
  }
}
