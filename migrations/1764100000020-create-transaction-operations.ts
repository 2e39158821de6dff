import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The service's rights on this table: it appends history. */
export const tableRights = { transaction_operations: 'SELECT, INSERT' };

/** The operations that a transaction of type `operations` consists of. */
export class CreateTransactionOperations1764100000020 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    // metadata  canonical JSON from the application; its text is hashed
    await queryRunner.query(`
      CREATE TABLE transaction_operations (
        transaction_id uuid     NOT NULL,
        shard          smallint NOT NULL,
        position       smallint NOT NULL CHECK (position >= 0),
        first_leg      smallint NOT NULL CHECK (first_leg >= 0),
        legs           smallint NOT NULL CHECK (legs >= 1),
        type           text COLLATE "C" NOT NULL,
        description    text,
        metadata       json     NOT NULL CHECK (json_typeof(metadata) = 'object'),
        PRIMARY KEY (shard, transaction_id, position),
        FOREIGN KEY (shard, transaction_id) REFERENCES transactions (shard, id)
      )`);
    await queryRunner.query(`
      CREATE TRIGGER transaction_operations_append_only BEFORE UPDATE OR DELETE ON transaction_operations
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting_history()`);
    // Apart: Citus creates no trigger in the shards of a table if it fires on TRUNCATE.
    await queryRunner.query(`
      CREATE TRIGGER transaction_operations_never_emptied BEFORE TRUNCATE ON transaction_operations
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting_history()`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE transaction_operations`);
  }
}
