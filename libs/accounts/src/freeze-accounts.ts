import type { QueryRunner } from 'typeorm';

/**
 * Freezes all accounts of a user as of `frozenAt`, or unfreezes them (`null`). The caller holds their locks. PostgreSQL rejects a
 * time that disagrees with the user's freezes.
 */
export async function freezeAccounts(
  queryRunner: QueryRunner,
  { shard, userId, frozenAt }: { shard: number; userId: string; frozenAt: Date | null },
): Promise<void> {
  await queryRunner.query(
    `UPDATE accounts SET frozen_at = $3
     WHERE shard = $1 AND owner_kind = 'user' AND owner_id = $2 AND frozen_at IS DISTINCT FROM $3`,
    [shard, userId, frozenAt?.toISOString() ?? null],
  );
}
