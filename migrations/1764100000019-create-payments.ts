import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The service's rights on these tables. */
export const tableRights = {
  payment_owners: 'SELECT, INSERT, UPDATE (user_id), DELETE',
  payments: 'SELECT, INSERT',
};

/**
 * Payments, each of which is credited once. `payment_owners` says whose a payment is. It is the one table of the write path whose key
 * does not begin with the shard: two users can present the same receipt. `payments` has the transaction that credited it.
 */
export class CreatePayments1764100000019 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE payment_owners (
        provider text COLLATE "C" NOT NULL,
        id       text COLLATE "C" NOT NULL,
        user_id  text COLLATE "C" NOT NULL,
        PRIMARY KEY (provider, id),
        CONSTRAINT payment_owners_provider CHECK (provider ~ '^[a-z0-9-]{1,64}$'),
        CONSTRAINT payment_owners_id CHECK (char_length(id) BETWEEN 1 AND 512)
      )`);

    await queryRunner.query(`
      CREATE TABLE payments (
        shard          smallint NOT NULL,
        provider       text COLLATE "C" NOT NULL,
        id             text COLLATE "C" NOT NULL,
        user_id        text COLLATE "C" NOT NULL,
        transaction_id uuid     NOT NULL,
        environment    text COLLATE "C" NOT NULL,
        product_id     text COLLATE "C",
        purchased_at   text COLLATE "C",
        PRIMARY KEY (shard, provider, id),
        CONSTRAINT payments_one_per_transaction UNIQUE (shard, transaction_id),
        FOREIGN KEY (shard, transaction_id) REFERENCES transactions (shard, id),
        CONSTRAINT payments_provider CHECK (provider ~ '^[a-z0-9-]{1,64}$'),
        CONSTRAINT payments_id CHECK (char_length(id) BETWEEN 1 AND 512),
        CONSTRAINT payments_environment CHECK (environment IN ('live', 'sandbox')),
        CONSTRAINT payments_product_id CHECK (char_length(product_id) BETWEEN 1 AND 128),
        CONSTRAINT payments_purchased_at CHECK (char_length(purchased_at) BETWEEN 20 AND 35)
      )`);

    await queryRunner.query(`
      CREATE TRIGGER payments_append_only BEFORE UPDATE OR DELETE ON payments
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting_history()`);
    // A reservation can be given to another user or end until the transaction that made it ends.
    await queryRunner.query(`
      CREATE TRIGGER payment_owners_kept BEFORE UPDATE OR DELETE ON payment_owners
      FOR EACH ROW WHEN (OLD.xmin <> pg_current_xact_id()::xid)
      EXECUTE FUNCTION refuse_deleting_what_was_committed()`);
    // Apart from the others: Citus creates no trigger in the shards of a table if it fires on TRUNCATE.
    for (const table of ['payments', 'payment_owners']) {
      await queryRunner.query(`
        CREATE TRIGGER ${table}_never_emptied BEFORE TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting_history()`);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE payments, payment_owners`);
  }
}
