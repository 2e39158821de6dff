import type { QueryRunner } from 'typeorm';
import type { IdempotencyClaim, StoredRefusal } from './claim-keys.js';

/** Stores the refusals of keys claimed by the running transaction; a retry then gets the same refusal. */
export async function recordRefusals(
  queryRunner: QueryRunner,
  refused: readonly { claim: IdempotencyClaim; refusal: StoredRefusal }[],
): Promise<void> {
  const shards = refused.map(({ claim }) => claim.shard);
  await queryRunner.query(
    `UPDATE idempotency_keys SET transaction_id = NULL, refusal = refused.refusal
     FROM unnest($1::smallint[], $2::text[], $3::text[], $4::text[], $5::jsonb[])
          AS refused (shard, client_id, user_id, key, refusal)
     WHERE idempotency_keys.shard = refused.shard AND idempotency_keys.client_id = refused.client_id
       AND idempotency_keys.user_id = refused.user_id AND idempotency_keys.key = refused.key
       AND idempotency_keys.shard = ANY ($6::smallint[])`,
    [
      shards,
      refused.map(({ claim }) => claim.clientId),
      refused.map(({ claim }) => claim.userId),
      refused.map(({ claim }) => claim.key),
      refused.map(({ refusal }) => JSON.stringify(refusal)),
      [...new Set(shards)],
    ],
  );
}
