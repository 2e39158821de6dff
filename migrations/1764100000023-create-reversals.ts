import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The service's rights on this table: it appends history. */
export const tableRights = { reversals: 'SELECT, INSERT' };

/** What was reversed of each transaction, and what of that was reinstated. */
export class CreateReversals1764100000023 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    // operation        the part of an original of type `operations`, counted from 0; −1 for any other original
    // number           counts the reversals and reinstatements of the part from 1
    // asked            what the running total grows by; a reinstatement lowers it
    // reversed_after   the running total
    // taken, owed, written_off  what became of it: moved at once, owed, or lost. Of a reinstatement, what is undone of each
    // reinstates       the reversal that a reinstatement undoes
    await queryRunner.query(`
      CREATE TABLE reversals (
        shard           smallint NOT NULL,
        operation       smallint NOT NULL CHECK (operation >= -1),
        original_id     uuid     NOT NULL,
        transaction_id  uuid     NOT NULL,
        reinstates      uuid,
        number          bigint   NOT NULL CHECK (number >= 1),
        asked           bigint   NOT NULL CHECK (asked >= 0),
        taken           bigint   NOT NULL CHECK (taken >= 0),
        owed            bigint   NOT NULL CHECK (owed >= 0),
        written_off     bigint   NOT NULL CHECK (written_off >= 0),
        original_amount bigint   NOT NULL CHECK (original_amount BETWEEN 1 AND 9007199254740991),
        reversed_after  bigint   NOT NULL,
        balance_after   bigint   NOT NULL CHECK (balance_after BETWEEN 0 AND 9007199254740991),
        kind            text COLLATE "C" NOT NULL CHECK (kind IN ('reversal', 'reinstatement')),
        cause           text COLLATE "C" NOT NULL
                        CHECK (cause IN ('refund', 'chargeback', 'fraud', 'mistake', 'goodwill')),
        asset_code      text COLLATE "C" NOT NULL,
        PRIMARY KEY (shard, original_id, operation, number),
        FOREIGN KEY (shard, original_id) REFERENCES transactions (shard, id),
        FOREIGN KEY (shard, transaction_id) REFERENCES transactions (shard, id),
        FOREIGN KEY (shard, reinstates) REFERENCES transactions (shard, id),
        CONSTRAINT reversals_one_per_transaction UNIQUE (shard, transaction_id, operation),
        CONSTRAINT reversals_asked CHECK (asked = taken + owed + written_off),
        CONSTRAINT reversals_within_original CHECK (reversed_after BETWEEN 0 AND original_amount),
        CONSTRAINT reversals_reinstates CHECK ((kind = 'reinstatement') = (reinstates IS NOT NULL)),
        CONSTRAINT reversals_of_another CHECK (original_id <> transaction_id)
      )`);
    await queryRunner.query(`
      CREATE INDEX reversals_reinstated ON reversals (shard, reinstates, operation) WHERE reinstates IS NOT NULL`);

    await queryRunner.query(`
      CREATE TRIGGER reversals_append_only BEFORE UPDATE OR DELETE ON reversals
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting_history()`);
    // Apart: Citus creates no trigger in the shards of a table if it fires on TRUNCATE.
    await queryRunner.query(`
      CREATE TRIGGER reversals_never_emptied BEFORE TRUNCATE ON reversals
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting_history()`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE reversals`);
  }
}
