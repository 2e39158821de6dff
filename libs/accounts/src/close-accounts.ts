import type { QueryRunner } from 'typeorm';

/** The primary key of an account. */
export interface AccountId {
  shard: number;
  id: string;
}

/**
 * Removes accounts that the running transaction has opened and that no entry uses; PostgreSQL refuses any other. It waits for no
 * lock. A transaction that waits to open the same account opens it itself after this one has committed.
 *
 * Ids are unique without their shards, and two lists leave the planner nothing to join. As pairs, planned on an empty table, it
 * read whole shards.
 */
export async function closeAccounts(queryRunner: QueryRunner, unused: readonly AccountId[]): Promise<void> {
  await queryRunner.query(
    `DELETE FROM accounts WHERE shard = ANY ($1::smallint[]) AND id = ANY ($2::uuid[])`,
    [[...new Set(unused.map(({ shard }) => shard))], unused.map(({ id }) => id)],
  );
}
