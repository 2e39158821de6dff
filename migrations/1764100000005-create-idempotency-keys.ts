import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The service's rights on this table. */
export const tableRights = {
  idempotency_keys: 'SELECT, INSERT, UPDATE (transaction_id, refusal), DELETE',
};

/** A key holds either the transaction it committed or its refusal. The time of a key is that of its transaction. */
export class CreateIdempotencyKeys1764100000005 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE idempotency_keys (
        shard          smallint NOT NULL,
        client_id      text COLLATE "C" NOT NULL,
        user_id        text COLLATE "C" NOT NULL,
        key            text COLLATE "C" NOT NULL,
        fingerprint    bytea    NOT NULL CHECK (octet_length(fingerprint) = 32),
        transaction_id uuid,
        refusal        jsonb,
        PRIMARY KEY (shard, client_id, user_id, key),
        CONSTRAINT idempotency_keys_one_outcome CHECK ((transaction_id IS NULL) <> (refusal IS NULL))
      )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE idempotency_keys`);
  }
}
