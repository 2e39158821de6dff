import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The service's rights on this table: it appends history. */
export const tableRights = { debt_events: 'SELECT, INSERT' };

/** What users owe after reversals, and how they repaid it. */
export class CreateDebts1764100000022 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    // number             counts the events of an account from 1; the writer takes the next one under the account's lock
    // reversal_id        with `operation`, names the debt: the reversal that incurred it, and the part of the original
    // source             the system account that repaid credits go back to
    // outstanding_after  of this debt
    // owed_after         of all debts of the account
    await queryRunner.query(`
      CREATE TABLE debt_events (
        shard             smallint NOT NULL,
        operation         smallint NOT NULL CHECK (operation >= -1),
        account_id        uuid     NOT NULL,
        number            bigint   NOT NULL CHECK (number >= 1),
        reversal_id       uuid     NOT NULL,
        transaction_id    uuid     NOT NULL,
        amount            bigint   NOT NULL CHECK (amount BETWEEN 1 AND 9007199254740991),
        outstanding_after bigint   NOT NULL,
        owed_after        bigint   NOT NULL,
        balance_after     bigint   NOT NULL CHECK (balance_after BETWEEN 0 AND 9007199254740991),
        user_id           text COLLATE "C" NOT NULL,
        asset_code        text COLLATE "C" NOT NULL,
        source            text COLLATE "C" NOT NULL,
        kind              text COLLATE "C" NOT NULL CHECK (kind IN ('incur', 'repay', 'forgive', 'cancel')),
        PRIMARY KEY (shard, account_id, number),
        FOREIGN KEY (shard, account_id) REFERENCES accounts (shard, id),
        FOREIGN KEY (shard, transaction_id) REFERENCES transactions (shard, id),
        FOREIGN KEY (shard, reversal_id) REFERENCES transactions (shard, id),
        CONSTRAINT debt_events_outstanding CHECK (outstanding_after BETWEEN 0 AND owed_after),
        CONSTRAINT debt_events_owed CHECK (owed_after BETWEEN 0 AND 9007199254740991),
        CONSTRAINT debt_events_incurred CHECK (
          kind <> 'incur' OR outstanding_after = amount AND reversal_id = transaction_id
        )
      )`);
    // One debt for each part that a reversal takes back.
    await queryRunner.query(`
      CREATE UNIQUE INDEX debt_events_debts ON debt_events (shard, reversal_id, operation) WHERE kind = 'incur'`);
    // The first event of an account, which finds the debtors of an asset without reading accounts: ADR 44.
    await queryRunner.query(`
      CREATE INDEX debt_events_debtors ON debt_events (asset_code, user_id, shard, account_id) WHERE number = 1`);
    await queryRunner.query(
      `CREATE INDEX debt_events_of_debt ON debt_events (shard, reversal_id, operation, number)`,
    );
    await queryRunner.query(`CREATE INDEX debt_events_of_transaction ON debt_events (shard, transaction_id)`);

    await queryRunner.query(`
      CREATE TRIGGER debt_events_append_only BEFORE UPDATE OR DELETE ON debt_events
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting_history()`);
    // Apart: Citus creates no trigger in the shards of a table if it fires on TRUNCATE.
    await queryRunner.query(`
      CREATE TRIGGER debt_events_never_emptied BEFORE TRUNCATE ON debt_events
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting_history()`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE debt_events`);
  }
}
