import type { QueryRunner } from 'typeorm';

/** A key belongs to the calling client and the user that the request concerns. */
export interface IdempotencyClaim {
  shard: number;
  clientId: string;
  userId: string;
  key: string;
  /** 32 bytes; see `fingerprint`. */
  fingerprint: Buffer;
  /** The id of the transaction if the ledger accepts it. */
  transactionId: string;
}

/** The reason of a refusal, in a form that can be stored and returned unchanged. */
export interface StoredRefusal {
  readonly code: string;
  readonly [member: string]: string | number | undefined;
}

/** The stored outcome of a used key. */
export interface StoredOutcome {
  fingerprint: Buffer;
  outcome: { transactionId: string } | { refusal: StoredRefusal };
}

/** Equal for two claims of the same key of the same client and user. */
export function claimKey(claim: Pick<IdempotencyClaim, 'clientId' | 'userId' | 'key'>): string {
  return `${claim.clientId}\n${claim.userId}\n${claim.key}`;
}

/**
 * Claims keys for the running transaction; they must be distinct. Returns the outcomes of the keys that were used before, by
 * `claimKey`. Every other key is claimed: no other transaction can use it before this one ends.
 *
 * Claims are inserted optimistically as successes; `recordRefusals` rewrites the refused ones, and `releaseKeys` frees a key. The
 * keys are inserted sorted, before any account is locked: that is the first half of the global lock order. An insert waits for
 * another transaction that holds the same key, and a statement that waited cannot see the row it waited for. A second statement
 * therefore reads those (PostgreSQL documentation, 13.2.1 Read Committed).
 */
export async function claimKeys(
  queryRunner: QueryRunner,
  claims: readonly IdempotencyClaim[],
): Promise<Map<string, StoredOutcome>> {
  const shards = claims.map((claim) => claim.shard);
  // mutant: claim
  const claimed = await queryRunner.manager.query<{ transaction_id: string }[]>(
    `INSERT INTO idempotency_keys (shard, client_id, user_id, key, fingerprint, transaction_id)
     SELECT shards.shard, client_id, user_id, key, fingerprint, transaction_id
     FROM unnest($1::smallint[], $2::text[], $3::text[], $4::text[], $5::bytea[], $6::uuid[])
          AS claims (shard, client_id, user_id, key, fingerprint, transaction_id)
     JOIN shards ON shards.shard = claims.shard AND shards.shard = ANY ($7::smallint[])
     ORDER BY shards.shard, client_id COLLATE "C", user_id COLLATE "C", key COLLATE "C"
     ON CONFLICT DO NOTHING
     RETURNING transaction_id`,
    [
      shards,
      claims.map((claim) => claim.clientId),
      claims.map((claim) => claim.userId),
      claims.map((claim) => claim.key),
      claims.map((claim) => claim.fingerprint),
      claims.map((claim) => claim.transactionId),
      [...new Set(shards)],
    ],
  );
  const ours = new Set(claimed.map((row) => row.transaction_id));
  const used = claims.filter((claim) => !ours.has(claim.transactionId));
  return used.length === 0 ? new Map() : readUsedKeys(queryRunner, used);
}

async function readUsedKeys(
  queryRunner: QueryRunner,
  claims: readonly IdempotencyClaim[],
): Promise<Map<string, StoredOutcome>> {
  const shards = claims.map((claim) => claim.shard);
  const rows = await queryRunner.manager.query<
    {
      clientId: string;
      userId: string;
      key: string;
      fingerprint: Buffer;
      transactionId: string | null;
      refusal: StoredRefusal | null;
    }[]
  >(
    `SELECT client_id AS "clientId", user_id AS "userId", key, fingerprint,
            transaction_id AS "transactionId", refusal
     FROM idempotency_keys
     WHERE (shard, client_id, user_id, key) IN (
       SELECT * FROM unnest($1::smallint[], $2::text[], $3::text[], $4::text[])
     ) AND shard = ANY ($5::smallint[])`,
    [
      shards,
      claims.map((claim) => claim.clientId),
      claims.map((claim) => claim.userId),
      claims.map((claim) => claim.key),
      [...new Set(shards)],
    ],
  );
  if (rows.length !== claims.length) {
    throw new Error(`${claims.length} idempotency keys were in use, but only ${rows.length} could be read`);
  }
  return new Map(
    rows.map((row) => [claimKey(row), { fingerprint: row.fingerprint, outcome: outcomeOf(row) }]),
  );
}

function outcomeOf(row: { transactionId: string | null; refusal: StoredRefusal | null }) {
  if (row.refusal !== null) return { refusal: row.refusal };
  if (row.transactionId !== null) return { transactionId: row.transactionId };
  throw new Error('An idempotency key has neither a transaction nor a refusal');
}
