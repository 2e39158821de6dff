import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createFunction } from './sql/create-function.js';

/** The service's rights on these tables: it appends history. */
export const tableRights = {
  shard_heads: 'SELECT, UPDATE (last, last_at)',
  transactions: 'SELECT, INSERT',
  entries: 'SELECT, INSERT',
};

/**
 * Transactions, and the entries by which they move accounts.
 *
 * Fixed-width columns come first, the widest in front, so no space is lost to alignment.
 */
export class CreateHistory1764100000003 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    // The last place of each shard, and its time. Every batch updates the heads of its shards. The free space of a page makes
    // these HOT updates.
    await queryRunner.query(`
      CREATE TABLE shard_heads (
        shard   smallint PRIMARY KEY,
        last    bigint   NOT NULL DEFAULT 0 CHECK (last >= 0),
        last_at timestamptz(3) NOT NULL DEFAULT 'epoch'
      ) WITH (fillfactor = 10)`);
    await queryRunner.query(`INSERT INTO shard_heads (shard) SELECT shard FROM shards`);

    // actor           the cause: a client, a player with their token, or the service itself (`house`)
    // metadata        canonical JSON from the application; its text is hashed, and SQL could not rebuild it from `jsonb`
    // idempotency_key NULL for due transactions, which the service books itself
    // effects_digest  covers the effects, 36 bytes per kind; NULL if there are none
    await queryRunner.query(`
      CREATE TABLE transactions (
        place           bigint   NOT NULL CHECK (place >= 1),
        created_at      timestamptz(3) NOT NULL,
        shard           smallint NOT NULL,
        id              uuid     NOT NULL,
        type            text COLLATE "C" NOT NULL,
        user_id         text COLLATE "C" NOT NULL,
        actor           text COLLATE "C" NOT NULL,
        reference       text,
        description     text,
        metadata        json     NOT NULL DEFAULT '{}' CHECK (json_typeof(metadata) = 'object'),
        client_id       text COLLATE "C" NOT NULL,
        idempotency_key text COLLATE "C",
        effects_digest  bytea    CHECK (octet_length(effects_digest) % 36 = 0 AND octet_length(effects_digest) > 0),
        PRIMARY KEY (shard, place),
        UNIQUE (id, shard),
        CONSTRAINT transactions_actor
          CHECK (actor LIKE 'client:_%' OR actor LIKE 'player:_%' OR actor LIKE 'house:_%'),
        CONSTRAINT transactions_keyless_by_the_house
          CHECK (idempotency_key IS NOT NULL OR client_id = '@house')
      )`);
    await queryRunner.query(`CREATE INDEX transactions_by_user ON transactions (shard, user_id, place)`);
    await queryRunner.query(`CREATE INDEX transactions_by_type ON transactions (shard, type, place)`);
    await queryRunner.query(`
      CREATE INDEX transactions_by_reference ON transactions (shard, reference, place) WHERE reference IS NOT NULL`);

    // Entries refer to the place of their transaction, which is eight bytes shorter than its id. The account row has the owner,
    // and its checks bound user balances.
    await queryRunner.query(`
      CREATE TABLE entries (
        place          bigint   NOT NULL,
        version        bigint   NOT NULL CHECK (version >= 1),
        amount         bigint   NOT NULL CHECK (amount <> 0 AND abs(amount) <= 9007199254740991),
        created_at     timestamptz(3) NOT NULL,
        shard          smallint NOT NULL,
        leg            smallint NOT NULL CHECK (leg >= 0),
        account_id     uuid     NOT NULL,
        balance_after  numeric(38, 0) NOT NULL,
        hash           bytea    NOT NULL CHECK (octet_length(hash) = 32),
        PRIMARY KEY (shard, account_id, version),
        FOREIGN KEY (shard, account_id) REFERENCES accounts (shard, id),
        FOREIGN KEY (shard, place) REFERENCES transactions (shard, place),
        CONSTRAINT entries_balance_after_is_a_number CHECK (balance_after <> 'NaN')
      )`);
    // Reads a transaction with its entries. The places of all shards grow at about the same rate, so with the place in front the
    // index grows near its end. With the shard in front it would grow in as many places as there are shards, and page splits
    // would leave half-empty pages that never fill again, which took twice the bytes.
    // A leg has one debit and one credit, so the index rejects a third entry. With the account instead, each entry would take 16
    // bytes more.
    await queryRunner.query(`
      CREATE UNIQUE INDEX entries_by_transaction ON entries (place, shard, leg, (amount > 0))`);

    // Times never decrease along the places of a shard, so bisection finds a place without an index on time. Places of freezes
    // and registrations are gaps here.
    await createFunction(
      queryRunner,
      'first_place_since(in_shard smallint, instant timestamptz) RETURNS bigint STABLE',
      `
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
      `,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP FUNCTION first_place_since`);
    await queryRunner.query(`DROP TABLE entries, transactions, shard_heads`);
  }
}
