import type { QueryRunner } from 'typeorm';

/** The primary key of an account. */
export interface AccountId {
  shard: number;
  id: string;
}

/**
 * Removes accounts that the running transaction has opened and that no entry uses; PostgreSQL refuses any other. It waits for no
 * lock. A transaction that waits to open the same account opens it itself after this one has committed.
 */
export async function closeAccounts(queryRunner: QueryRunner, unused: readonly AccountId[]): Promise<void> {
  await queryRunner.query(
    `DELETE FROM accounts USING unnest($1::smallint[], $2::uuid[]) AS unused (shard, id)
     WHERE accounts.shard = unused.shard AND accounts.id = unused.id`,
    [unused.map(({ shard }) => shard), unused.map(({ id }) => id)],
  );
}
