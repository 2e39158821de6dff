import type { QueryRunner } from 'typeorm';
import type { Completion } from '../completion.js';

/** A completion, and the transaction that paid for it. */
export interface PaidCompletion extends Completion {
  shard: number;
  transactionId: string;
}

/**
 * Records what was completed, in the transaction of the database that pays for it, after its transactions are written. Nobody
 * else can be doing the same: the account that is rewarded is locked. A completion that is there already is a defect, and the
 * primary key lets the whole batch fail.
 */
export async function recordCompletions(
  queryRunner: QueryRunner,
  completions: readonly PaidCompletion[],
): Promise<void> {
  await queryRunner.query(
    `INSERT INTO task_completions (shard, user_id, task_code, period, transaction_id)
     SELECT * FROM unnest($1::smallint[], $2::text[], $3::text[], $4::text[], $5::uuid[])`,
    [
      completions.map(({ shard }) => shard),
      completions.map(({ userId }) => userId),
      completions.map(({ task }) => task),
      completions.map(({ period }) => period),
      completions.map(({ transactionId }) => transactionId),
    ],
  );
}
