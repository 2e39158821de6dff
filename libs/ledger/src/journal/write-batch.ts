import { moveBalances } from '@app/accounts';
import type { Pipeline } from '@app/database';
import type { QueryRunner } from 'typeorm';
import type { AcceptedTransaction, SealedBatch, SealedEntry } from '../chain/seal.js';

/** Everything a batch writes, except its keys. */
export interface BatchEffects extends Omit<SealedBatch, 'entries'> {
  transactions: readonly AcceptedTransaction[];
  entries: readonly SealedEntry[];
}

/**
 * Appends transactions and their entries, then moves the balances: three pipelined statements. All entries go into one statement,
 * because the trigger on `entries` must see each transaction complete. Accounts come last, because the trigger on `accounts`
 * looks for the entries. The accounts must be locked, so the entries' foreign keys wait for no other transaction.
 */
export async function writeBatch(
  queryRunner: QueryRunner,
  pipeline: Pipeline,
  { transactions, entries, accounts, earmarks }: BatchEffects,
): Promise<void> {
  await pipeline.push(() => appendTransactions(queryRunner, transactions));
  if (entries.length > 0) await pipeline.push(() => appendEntries(queryRunner, entries));
  if (accounts.length > 0) await pipeline.push(() => moveBalances(queryRunner, accounts, { earmarks }));
}

async function appendTransactions(
  queryRunner: QueryRunner,
  transactions: BatchEffects['transactions'],
): Promise<void> {
  const shards = transactions.map(({ proposal }) => proposal.shard);
  await queryRunner.query(
    `INSERT INTO transactions
       (shard, id, type, user_id, reference, description, metadata, client_id, idempotency_key, created_at, place, actor,
        effects_digest)
     SELECT shards.shard, id, type, user_id, reference, description, metadata, client_id, idempotency_key, created_at, place,
            actor, effects_digest
     FROM unnest($1::smallint[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::json[], $8::text[],
                 $9::text[], $10::timestamptz[], $11::bigint[], $12::text[], $13::bytea[])
          AS accepted (shard, id, type, user_id, reference, description, metadata, client_id, idempotency_key, created_at,
                       place, actor, effects_digest)
     JOIN shards ON shards.shard = accepted.shard AND shards.shard = ANY ($14::smallint[])`,
    [
      shards,
      transactions.map(({ proposal }) => proposal.transactionId),
      transactions.map(({ proposal }) => proposal.posting.type),
      transactions.map(({ proposal }) => proposal.posting.userId),
      transactions.map(({ proposal }) => proposal.posting.reference),
      transactions.map(({ proposal }) => proposal.posting.description),
      transactions.map(({ metadata }) => metadata),
      transactions.map(({ clientId }) => clientId),
      transactions.map(({ idempotencyKey }) => idempotencyKey),
      transactions.map(({ createdAt }) => createdAt),
      transactions.map(({ place }) => place),
      transactions.map(({ actor }) => actor),
      transactions.map(({ effectsDigest }) => effectsDigest),
      [...new Set(shards)],
    ],
  );
}

async function appendEntries(queryRunner: QueryRunner, entries: BatchEffects['entries']): Promise<void> {
  const shards = entries.map((entry) => entry.account.shard);
  await queryRunner.query(
    `INSERT INTO entries
       (shard, place, leg, account_id, version, amount, balance_after, created_at, hash)
     SELECT shards.shard, place, leg, account_id, version, amount, balance_after, created_at, hash
     FROM unnest($1::smallint[], $2::bigint[], $3::smallint[], $4::uuid[], $5::bigint[], $6::bigint[], $7::numeric[],
                 $8::timestamptz[], $9::bytea[])
          AS sealed (shard, place, leg, account_id, version, amount, balance_after, created_at, hash)
     JOIN shards ON shards.shard = sealed.shard AND shards.shard = ANY ($10::smallint[])`,
    [
      shards,
      entries.map((entry) => entry.place),
      entries.map((entry) => entry.leg),
      entries.map((entry) => entry.account.id),
      entries.map((entry) => entry.version),
      entries.map((entry) => entry.amount),
      entries.map((entry) => entry.balanceAfter),
      entries.map((entry) => entry.createdAt),
      entries.map((entry) => entry.hash),
      [...new Set(shards)],
    ],
  );
}
