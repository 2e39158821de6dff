import { type AcceptedTransaction, seal } from '../chain/seal.js';
import { decide, type Decision } from '../decide/decide.js';
import type { Proposal } from '../decide/proposal.js';
import { moveHeads, type ShardHead } from '../places/shard-heads.js';
import type { Outcome } from '../outcome.js';
import { newTransactionId } from '../transaction-id.js';
import { acceptedTransactions } from './accepted-transactions.js';
import type { BatchTools, BatchTransaction } from './batch-transaction.js';
import { claimAndLock, type ClaimedBatch } from './claim-and-lock.js';
import { settleClaims } from './claiming.js';
import { finishRefusals } from './finish-refusals.js';
import { type KeyOutcome, outcomeOfDecision, outcomesOfUsedKeys } from './key-outcome.js';
import type { JournalRequest } from './request.js';
import { writeBatch } from './write-batch.js';
import { writeEffects } from './write-effects.js';

/**
 * Does the work of one batch inside the open database transaction. Returns the outcome of each request, which must not be
 * revealed before that transaction has committed.
 *
 * The order of the steps is the lock order of the whole system: keys, other claims, accounts, heads of shards, each of them sorted. The clock
 * and the facts of rules are read after that, without a lock. A key that occurs twice in one batch is one posting with two
 * listeners.
 */
export async function commitBatch(
  dbTransaction: BatchTransaction,
  requests: readonly JournalRequest[],
  tools: BatchTools,
): Promise<Map<JournalRequest, Outcome>> {
  if (requests.length === 0) return new Map();
  const { queryRunner } = dbTransaction;
  const first = firstOfEachKey(requests);
  const { used, ...batch } = await claimAndLock(dbTransaction, first, tools);

  const shards = [...new Set(first.map((request) => request.claim.shard))];
  const outcomes = await outcomesOfUsedKeys(queryRunner, used, shards, tools.capabilities);
  const decided = await decideAndWrite(dbTransaction, batch, tools);
  for (const [request, decision] of decided) {
    outcomes.set(request.claimKey, outcomeOfDecision(request, decision, tools.capabilities));
  }
  return new Map(requests.map((request) => [request, answerTo(request, outcomes)]));
}

async function decideAndWrite(
  dbTransaction: BatchTransaction,
  { claimed, locked, heads, now, sessions }: ClaimedBatch,
  tools: BatchTools,
): Promise<[JournalRequest, Decision][]> {
  if (claimed.length === 0) return [];
  const { queryRunner, pipeline } = dbTransaction;
  const { capabilities } = tools;
  const decisions = decide({
    accounts: locked,
    heads,
    proposals: claimed.map(({ claim: { transactionId, shard }, posting, routes, operationRoutes }) => {
      return { transactionId, shard, posting, routes, operationRoutes } as Proposal;
    }),
    ...sessions,
    now,
    nextId: newTransactionId,
  });
  const decided = claimed.map((request, index) => [request, decisions[index]] as [JournalRequest, Decision]);

  const accepted = acceptedTransactions(decided, capabilities);
  if (accepted.length > 0) {
    await writeBatch(queryRunner, pipeline, { transactions: accepted, ...seal(accepted) });
    await pipeline.push(() => moveHeads(queryRunner, headsAfter(accepted)));
    await writeEffects(dbTransaction, decisions, capabilities);
  }
  if (tools.reservesClaims) await settleClaims(dbTransaction, decided, capabilities);
  await finishRefusals(dbTransaction, decided, locked, tools);
  return decided;
}

/** The heads of the shards after these transactions. */
function headsAfter(transactions: readonly AcceptedTransaction[]): ShardHead[] {
  const heads = transactions.map(({ proposal: { shard }, place, createdAt }) => ({
    shard,
    last: place,
    lastAt: createdAt,
  }));
  return [...new Map(heads.map((head) => [head.shard, head])).values()];
}

function firstOfEachKey(requests: readonly JournalRequest[]): JournalRequest[] {
  const first = new Map<string, JournalRequest>();
  for (const request of requests) {
    if (!first.has(request.claimKey)) first.set(request.claimKey, request);
  }
  return [...first.values()];
}

function answerTo({ claim, claimKey }: JournalRequest, outcomes: ReadonlyMap<string, KeyOutcome>): Outcome {
  const held = outcomes.get(claimKey);
  if (!held) throw new Error('An idempotency key of the batch was neither claimed nor found');
  if (!held.fingerprint.equals(claim.fingerprint)) {
    return { replayed: false, refusal: { code: 'idempotency-key-reused' }, isFinal: false };
  }
  const replayed = held.claimedAs !== claim.transactionId;
  return 'refusal' in held.outcome
    ? { replayed, refusal: held.outcome.refusal, isFinal: held.outcome.isFinal }
    : { replayed, transaction: held.outcome.transaction };
}
