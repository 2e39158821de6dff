import type { QueryRunner } from 'typeorm';
import type { AcceptedTransaction, SealedEntry } from '../chain/seal.js';

/**
 * Appends transactions and all of their entries in one statement, so that the trigger on `entries` sees each
 * transaction whole. The accounts must be locked: the foreign keys of the entries then wait for nobody.
 */
export async function writeTransactions(
  queryRunner: QueryRunner,
  transactions: readonly AcceptedTransaction[],
  entries: readonly SealedEntry[],
): Promise<void> {
  await queryRunner.query(
    `WITH written AS (
       INSERT INTO transactions
         (shard, id, type, user_id, reference, description, metadata, client_id, idempotency_key, created_at)
       SELECT * FROM unnest($1::smallint[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::jsonb[],
                            $8::text[], $9::text[], $10::timestamptz[])
     )
     INSERT INTO entries
       (shard, leg, account_id, version, transaction_id, amount, balance_after, created_at, hash)
     SELECT * FROM unnest($11::smallint[], $12::smallint[], $13::uuid[], $14::bigint[], $15::uuid[], $16::bigint[],
                          $17::bigint[], $18::timestamptz[], $19::bytea[])`,
    [
      transactions.map(({ proposal }) => proposal.shard),
      transactions.map(({ proposal }) => proposal.transactionId),
      transactions.map(({ proposal }) => proposal.posting.type),
      transactions.map(({ proposal }) => proposal.posting.userId),
      transactions.map(({ proposal }) => proposal.posting.reference),
      transactions.map(({ proposal }) => proposal.posting.description),
      transactions.map(({ proposal }) => JSON.stringify(proposal.posting.metadata)),
      transactions.map(({ clientId }) => clientId),
      transactions.map(({ idempotencyKey }) => idempotencyKey),
      transactions.map(({ createdAt }) => createdAt.toISOString()),
      entries.map((entry) => entry.account.shard),
      entries.map((entry) => entry.leg),
      entries.map((entry) => entry.account.id),
      entries.map((entry) => entry.version),
      entries.map((entry) => entry.transactionId),
      entries.map((entry) => entry.amount),
      entries.map((entry) => entry.balanceAfter),
      entries.map((entry) => entry.createdAt.toISOString()),
      entries.map((entry) => entry.hash),
    ],
  );
}
