import type { LockedAccount } from '@app/accounts';
import { type Pipeline, readClock } from '@app/database';
import { claimKeys, type StoredOutcome } from '@app/idempotency';
import type { QueryRunner } from 'typeorm';
import type { CapabilityRegistry } from '../capability/capability-registry.js';
import { type AcceptedTransaction, seal } from '../chain/seal.js';
import { decide, type Decision } from '../decide/decide.js';
import { lockHeads, moveHeads, type ShardHead } from '../places/shard-heads.js';
import type { Outcome } from '../outcome.js';
import { newTransactionId } from '../transaction-id.js';
import { acceptedTransactions } from './accepted-transactions.js';
import { type Sessions, sendFacts } from './facts.js';
import { finishRefusals } from './finish-refusals.js';
import { type KeyOutcome, outcomeOfDecision, outcomesOfUsedKeys } from './key-outcome.js';
import type { KnownAccounts } from './known-accounts.js';
import type { JournalRequest } from './request.js';
import { writeBatch } from './write-batch.js';
import { writeEffects } from './write-effects.js';

export interface BatchTools {
  accounts: KnownAccounts;
  capabilities: CapabilityRegistry;
}

/** The database transaction of a batch. */
export interface BatchTransaction {
  queryRunner: QueryRunner;
  pipeline: Pipeline;
}

/**
 * Does the work of one batch inside the database transaction that `queryRunner` has open, and gives what each request
 * is to be told once that transaction has committed; not before.
 *
 * The order of the steps is the lock order of the whole system: keys, accounts, heads of shards, each of them sorted. The clock
 * and the facts of rules are read after that, without a lock. The same key twice in one batch is one posting with two listeners.
 */
export async function commitBatch(
  transaction: BatchTransaction,
  requests: readonly JournalRequest[],
  tools: BatchTools,
): Promise<Map<JournalRequest, Outcome>> {
  if (requests.length === 0) return new Map();
  const { queryRunner } = transaction;
  const first = firstOfEachKey(requests);
  const { used, ...batch } = await claimAndLock(transaction, first, tools);

  const outcomes = await outcomesOfUsedKeys(queryRunner, used, [
    ...new Set(first.map((request) => request.claim.shard)),
  ]);
  const decided = await decideAndWrite(transaction, batch, tools);
  for (const [request, decision] of decided) {
    outcomes.set(request.claimKey, outcomeOfDecision(request, decision, tools.capabilities));
  }
  return new Map(requests.map((request) => [request, answerTo(request, outcomes)]));
}

interface ClaimedBatch {
  claimed: readonly JournalRequest[];
  locked: readonly LockedAccount[];
  heads: readonly ShardHead[];
  now: Date;
  sessions: Sessions;
}

/**
 * Keys, then accounts, then heads, then the clock, then the facts of the rules. If the accounts are known to exist, all of it leaves in
 * the packet of the claim; the locks for what turns out to be a replay are harmless. Otherwise missing accounts are opened first, and
 * that must wait until the claims are answered: a replay opens none.
 */
async function claimAndLock(
  transaction: BatchTransaction,
  first: readonly JournalRequest[],
  tools: BatchTools,
): Promise<ClaimedBatch & { used: Map<string, StoredOutcome> }> {
  const { queryRunner, pipeline } = transaction;
  const { accounts } = tools;
  const claims = first.map((request) => request.claim);
  const claiming = await pipeline.send(() => claimKeys(queryRunner, claims));
  const areKnown = accounts.haveAllOf(first);
  const locking = areKnown ? await pipeline.send(() => accounts.lock(queryRunner, first)) : undefined;
  const reading = areKnown ? await sendReads(transaction, first, tools) : undefined;
  const looking = areKnown ? undefined : await pipeline.send(() => accounts.lookFor(queryRunner, first));
  const opening = areKnown ? undefined : await pipeline.send(() => readClock(queryRunner.manager));

  const used = await claiming.answer;
  const claimed = used.size === 0 ? first : first.filter((request) => !used.has(request.claimKey));
  if (locking && reading) {
    const locked = await locking.answer;
    return { used, claimed, locked, ...(await reading(locked)) };
  }

  await looking?.answer;
  const openedAt = await opening?.answer;
  if (!openedAt) throw new Error('the clock was not read');
  const locked = await accounts.openAndLock(queryRunner, claimed, openedAt);
  const reads = await sendReads(transaction, claimed, tools);
  return { used, claimed, locked, ...(await reads(locked)) };
}

/** Sends what comes behind the locks of the accounts; the function that it resolves with waits for the answers. */
async function sendReads(
  transaction: BatchTransaction,
  requests: readonly JournalRequest[],
  { capabilities }: BatchTools,
): Promise<(locked: readonly LockedAccount[]) => Promise<Pick<ClaimedBatch, 'heads' | 'now' | 'sessions'>>> {
  const { queryRunner, pipeline } = transaction;
  const shards = [...new Set(requests.map(({ claim }) => claim.shard))];
  const locking = await pipeline.send(() => lockHeads(queryRunner, shards));
  const reading = await pipeline.send(() => readClock(queryRunner.manager));
  const begin = await sendFacts(transaction, requests, capabilities);
  return async (locked) => {
    const heads = await locking.answer;
    const now = await reading.answer;
    return { heads, now, sessions: await begin(locked, now) };
  };
}

async function decideAndWrite(
  transaction: BatchTransaction,
  { claimed, locked, heads, now, sessions }: ClaimedBatch,
  tools: BatchTools,
): Promise<[JournalRequest, Decision][]> {
  if (claimed.length === 0) return [];
  const { queryRunner, pipeline } = transaction;
  const { capabilities } = tools;
  const decisions = decide({
    accounts: locked,
    heads,
    proposals: claimed.map(({ claim: { transactionId, shard }, posting, routes }) => {
      return { transactionId, shard, posting, routes };
    }),
    ...sessions,
    now,
    nextId: newTransactionId,
  });
  const decided = claimed.map((request, index) => [request, decisions[index]] as [JournalRequest, Decision]);

  const accepted = acceptedTransactions(decided, capabilities);
  if (accepted.length > 0) {
    const { entries, accounts } = seal(accepted);
    await writeBatch(queryRunner, pipeline, { transactions: accepted, entries, accounts });
    await pipeline.push(() => moveHeads(queryRunner, headsAfter(accepted)));
    await writeEffects(transaction, decisions, capabilities);
  }
  await finishRefusals(transaction, decided, locked, tools);
  return decided;
}

/** Where the transactions leave their shards: each at the place of its last one. */
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
  if (!held) throw new Error('a key of the batch was neither claimed nor found');
  if (!held.fingerprint.equals(claim.fingerprint)) {
    return { replayed: false, refusal: { code: 'idempotency-key-reused' }, isFinal: false };
  }
  const replayed = held.claimedAs !== claim.transactionId;
  return 'refusal' in held.outcome
    ? { replayed, refusal: held.outcome.refusal, isFinal: held.outcome.isFinal }
    : { replayed, transaction: held.outcome.transaction };
}
