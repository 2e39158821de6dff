import type { Effect, EffectKind } from '@app/ledger';

/** A completion that rules out another one in the same period. */
export interface Completion {
  task: string;
  /** `once`, or the UTC date of a day such as `2026-01-31`. */
  period: string;
}

const name = 'task-completion';

/** The effect that records a completion with its transaction. */
export function taskCompletion(data: Completion): Effect<Completion> {
  return { kind: name, data };
}

/** The hashed members of the rows `c` of one transaction. */
const digestOfRows = `
  sha256(hash_text('${name}') || string_agg(
    hash_text(c.task_code) || hash_text(c.period), ''::bytea ORDER BY c.task_code, c.period))`;

/** Completions are written in the transaction that pays for them, under the lock of the rewarded account. */
export const taskCompletions: EffectKind<Completion> = {
  name,
  texts: ({ task, period }) => [task, period],
  // The rows have no order among each other.
  sorted: true,

  /** A duplicate is a defect: the primary key fails the posting. */
  write: (queryRunner, effects) => {
    const shards = effects.map(({ shard }) => shard);
    return queryRunner.query(
      `INSERT INTO task_completions (shard, user_id, task_code, period, transaction_id)
       SELECT shards.shard, user_id, task_code, period, transaction_id
       FROM unnest($1::smallint[], $2::text[], $3::text[], $4::text[], $5::uuid[])
            AS completed (shard, user_id, task_code, period, transaction_id)
       JOIN shards ON shards.shard = completed.shard AND shards.shard = ANY ($6::smallint[])`,
      [
        shards,
        effects.map(({ userId }) => userId),
        effects.map(({ data }) => data.task),
        effects.map(({ data }) => data.period),
        effects.map(({ transactionId }) => transactionId),
        [...new Set(shards)],
      ],
    );
  },

  invariant: {
    // A completion has the user and the digest of the transaction that paid for it, and each digest has its completions.
    name: 'completions-point-at-rewards',
    sql: `
      SELECT coalesce(c.user_id || '/' || c.completed, t.id::text) AS subject,
             c.user_id IS DISTINCT FROM t.user_id
               OR effect_digest(t.effects_digest, '${name}') IS DISTINCT FROM c.digest AS bad
      FROM (
        SELECT * FROM transactions WHERE shard = $1 AND effect_digest(effects_digest, '${name}') IS NOT NULL
      ) AS t
      FULL JOIN (
        SELECT transaction_id, user_id, string_agg(task_code || '/' || period, ', ' ORDER BY task_code, period) AS completed,
               ${digestOfRows} AS digest
        FROM task_completions c WHERE shard = $1 GROUP BY transaction_id, user_id
      ) AS c ON c.transaction_id = t.id`,
    sqlOfPart: `
      SELECT t.id::text AS subject, effect_digest(t.effects_digest, '${name}') IS DISTINCT FROM c.digest AS bad
      FROM transactions t
      LEFT JOIN LATERAL (
        SELECT ${digestOfRows} AS digest FROM task_completions c
        WHERE c.shard = $1 AND c.user_id = t.user_id AND c.transaction_id = t.id GROUP BY c.transaction_id
      ) AS c ON true
      WHERE t.shard = $1 AND t.place > $2 AND t.place <= $3
        AND effect_digest(t.effects_digest, '${name}') IS NOT NULL`,
  },
};
