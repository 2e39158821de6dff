import type { QueryRunner } from 'typeorm';
import type { IdempotencyClaim } from './claim-keys.js';

/**
 * Frees keys that the running transaction has claimed, as if they had never been used; PostgreSQL rejects any other. A
 * transaction waiting for such a key claims it once this one has committed.
 */
export async function releaseKeys(
  queryRunner: QueryRunner,
  claims: readonly IdempotencyClaim[],
): Promise<void> {
  const shards = claims.map((claim) => claim.shard);
  await queryRunner.query(
    `DELETE FROM idempotency_keys
     USING unnest($1::smallint[], $2::text[], $3::text[], $4::text[]) AS released (shard, client_id, user_id, key)
     WHERE idempotency_keys.shard = released.shard AND idempotency_keys.client_id = released.client_id
       AND idempotency_keys.user_id = released.user_id AND idempotency_keys.key = released.key
       AND idempotency_keys.shard = ANY ($5::smallint[])`,
    [
      shards,
      claims.map((claim) => claim.clientId),
      claims.map((claim) => claim.userId),
      claims.map((claim) => claim.key),
      [...new Set(shards)],
    ],
  );
}
