import type { QueryRunner } from 'typeorm';
import type { AcceptedTransaction, MovedAccount, SealedEntry } from '../chain/seal.js';

/** Everything that a batch leaves behind, apart from its keys. */
export interface BatchEffects {
  transactions: readonly AcceptedTransaction[];
  entries: readonly SealedEntry[];
  /** The state in which the entries leave each account. */
  accounts: readonly MovedAccount[];
}

/**
 * Appends transactions with all of their entries and moves the balances there, in one statement: one round trip, and the
 * trigger on `entries` sees each transaction whole. The accounts must be locked: the foreign keys of the entries then
 * wait for nobody.
 */
export async function writeBatch(
  queryRunner: QueryRunner,
  { transactions, entries, accounts }: BatchEffects,
): Promise<void> {
  await queryRunner.query(
    `WITH written AS (
       INSERT INTO transactions
         (shard, id, type, user_id, reference, description, metadata, client_id, idempotency_key, created_at, place)
       SELECT * FROM unnest($1::smallint[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::jsonb[],
                            $8::text[], $9::text[], $10::timestamptz[], $26::bigint[])
     ), moved AS (
       UPDATE accounts SET balance = changed.balance, version = changed.version,
                           head_hash = changed.head_hash, updated_at = changed.updated_at
       FROM unnest($20::smallint[], $21::uuid[], $22::bigint[], $23::bigint[], $24::bytea[], $25::timestamptz[])
            AS changed (shard, id, balance, version, head_hash, updated_at)
       WHERE accounts.shard = changed.shard AND accounts.id = changed.id
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
      transactions.map(({ createdAt }) => createdAt),
      entries.map((entry) => entry.account.shard),
      entries.map((entry) => entry.leg),
      entries.map((entry) => entry.account.id),
      entries.map((entry) => entry.version),
      entries.map((entry) => entry.transactionId),
      entries.map((entry) => entry.amount),
      entries.map((entry) => entry.balanceAfter),
      entries.map((entry) => entry.createdAt),
      entries.map((entry) => entry.hash),
      accounts.map((account) => account.shard),
      accounts.map((account) => account.id),
      accounts.map((account) => account.balance),
      accounts.map((account) => account.version),
      accounts.map((account) => account.headHash),
      accounts.map((account) => account.updatedAt),
      transactions.map(({ place }) => place),
    ],
  );
}
