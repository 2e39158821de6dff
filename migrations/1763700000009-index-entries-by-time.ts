import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Gives the index of entries by their transaction an order in which it grows at its end: ids of transactions begin with the
 * time. With the shard in front it grew in as many places as there are shards, and each page was split in halves that
 * nothing came to fill any more: 205 bytes for each transfer, 96 now.
 *
 * A leg has one debit and one credit. That is what the index refuses a third entry by; an account in its place would be
 * 16 bytes more in each entry.
 */
export class IndexEntriesByTime1763700000009 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX entries_by_transaction`);
    await queryRunner.query(`
      CREATE UNIQUE INDEX entries_by_transaction ON entries (transaction_id, shard, leg, (amount > 0))`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX entries_by_transaction`);
    await queryRunner.query(`
      CREATE UNIQUE INDEX entries_by_transaction ON entries (shard, transaction_id, leg, account_id)`);
  }
}
