import type { QueryRunner } from 'typeorm';

/**
 * Freezes all accounts of a user since a moment, or releases them (`null`). They must be locked. PostgreSQL refuses a moment other than
 * the one that the user's freezes say.
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
