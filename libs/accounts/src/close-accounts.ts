import type { QueryRunner } from 'typeorm';

/** The primary key of an account. */
export interface AccountId {
  shard: number;
  id: string;
}

/**
 * Removes accounts that the running transaction opened and no entry uses; PostgreSQL rejects any other. It waits for no lock. A
 * transaction waiting to open the same account opens it once this one has committed.
 *
 * Ids are unique across shards, and two separate lists leave the planner nothing to join. Given pairs, it read whole shards when
 * the plan was made on an empty table.
 */
export async function closeAccounts(queryRunner: QueryRunner, unused: readonly AccountId[]): Promise<void> {
  await queryRunner.query(
    `DELETE FROM accounts WHERE shard = ANY ($1::smallint[]) AND id = ANY ($2::uuid[])`,
    [[...new Set(unused.map(({ shard }) => shard))], unused.map(({ id }) => id)],
  );
}
