import { type LockedAccount, systemStripeLimit } from '@app/accounts';
import type { CatalogTerms, TermsInForce } from '@app/catalog';
import type { IdempotencyKeys, StoredOutcome } from '@app/idempotency';
import type { QueryRunner } from 'typeorm';
import { type AcceptedTransaction, seal } from '../chain/seal.js';
import { decide, type Decision } from '../decide/decide.js';
import type { Outcome } from '../outcome.js';
import { type KeyOutcome, outcomeOfDecision, outcomesOfUsedKeys } from './key-outcome.js';
import type { KnownAccounts } from './known-accounts.js';
import type { Pipeline } from './pipeline.js';
import type { JournalRequest } from './request.js';
import { writeBatch } from './write-batch.js';

export interface BatchTools {
  accounts: KnownAccounts;
  idempotencyKeys: IdempotencyKeys;
  catalogTerms: CatalogTerms;
  shardCount: number;
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
 * The order of the steps is the lock order of the whole system: keys, sorted; then accounts, sorted. What postings depend on
 * beside their accounts is read after that, without a lock. The same key twice in one batch is one posting with two
 * listeners.
 */
export async function commitBatch(
  transaction: BatchTransaction,
  requests: readonly JournalRequest[],
  tools: BatchTools,
): Promise<Map<JournalRequest, Outcome>> {
  if (requests.length === 0) return new Map();
  const { queryRunner } = transaction;
  const now = new Date();
  const first = firstOfEachKey(requests);
  const { used, claimed, locked } = await claimAndLock(transaction, first, now, tools);

  const outcomes = await outcomesOfUsedKeys(queryRunner, used, [
    ...new Set(first.map((request) => request.claim.shard)),
  ]);
  const decided = await decideAndWrite(transaction, { claimed, locked, now }, tools);
  for (const [{ claimKey, claim }, decision] of decided) {
    outcomes.set(claimKey, outcomeOfDecision(claim, decision));
  }
  return new Map(requests.map((request) => [request, answerTo(request, outcomes)]));
}

interface ClaimedBatch {
  claimed: readonly JournalRequest[];
  locked: readonly LockedAccount[];
  now: Date;
}

/**
 * Keys, then accounts. The accounts are locked on the heels of the claim where all of them are known to exist; the locks of
 * those that turn out to be of replays are for nothing, and harmless. Where one is not known, it is looked for instead. Opening
 * an account must wait until it is known whose request it is for: a replay opens none.
 */
async function claimAndLock(
  { queryRunner, pipeline }: BatchTransaction,
  first: readonly JournalRequest[],
  now: Date,
  { accounts, idempotencyKeys }: BatchTools,
): Promise<Omit<ClaimedBatch, 'now'> & { used: Map<string, StoredOutcome> }> {
  const claims = first.map((request) => request.claim);
  const claiming = await pipeline.send(() => idempotencyKeys.claim(queryRunner, claims, now));
  const areKnown = accounts.haveAllOf(first);
  const locking = areKnown ? await pipeline.send(() => accounts.lock(queryRunner, first)) : undefined;
  const looking = areKnown ? undefined : await pipeline.send(() => accounts.lookFor(queryRunner, first));

  const used = await claiming.answer;
  const claimed = used.size === 0 ? first : first.filter((request) => !used.has(request.claimKey));
  await looking?.answer;
  const locked = await (locking?.answer ?? accounts.openAndLock(queryRunner, claimed, now));
  return { used, claimed, locked };
}

async function decideAndWrite(
  { queryRunner, pipeline }: BatchTransaction,
  { claimed, locked, now }: ClaimedBatch,
  { idempotencyKeys, catalogTerms, shardCount }: BatchTools,
): Promise<[JournalRequest, Decision][]> {
  if (claimed.length === 0) return [];
  const decisions = decide({
    accounts: locked,
    proposals: claimed.map(({ claim: { transactionId, shard }, posting }) => ({
      transactionId,
      shard,
      posting,
    })),
    terms: await termsInForce(queryRunner, claimed, now, catalogTerms),
    now,
    stripeLimit: systemStripeLimit(shardCount),
  });
  const decided = claimed.map((request, index) => [request, decisions[index]] as [JournalRequest, Decision]);

  const accepted = decided.flatMap(([{ claim }, decision]): AcceptedTransaction[] => {
    if (!decision.accepted) return [];
    const { proposal, createdAt, entries } = decision;
    return [{ proposal, createdAt, clientId: claim.clientId, idempotencyKey: claim.key, entries }];
  });
  if (accepted.length > 0) {
    const { entries, accounts } = seal(accepted);
    await pipeline.push(() => writeBatch(queryRunner, { transactions: accepted, entries, accounts }));
  }
  const completed = decided.flatMap(([{ claim }, decision]) =>
    decision.accepted && decision.completion ? [{ ...claim, ...decision.completion }] : [],
  );
  if (completed.length > 0) {
    await pipeline.push(() => catalogTerms.recordCompletions(queryRunner, completed));
  }
  const refused = decided.flatMap(([{ claim }, decision]) =>
    decision.accepted ? [] : [{ claim, refusal: decision.refusal }],
  );
  if (refused.length > 0) await pipeline.push(() => idempotencyKeys.recordRefusals(queryRunner, refused));
  return decided;
}

/** Reads what the postings on terms depend on; nothing where there are none. */
async function termsInForce(
  queryRunner: QueryRunner,
  claimed: readonly JournalRequest[],
  now: Date,
  catalogTerms: CatalogTerms,
): Promise<TermsInForce | undefined> {
  const wanted = claimed.flatMap(({ claim: { shard, userId }, posting }) =>
    'terms' in posting ? [{ terms: posting.terms, shard, userId }] : [],
  );
  return wanted.length === 0 ? undefined : catalogTerms.read(queryRunner, wanted, now);
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
    return { replayed: false, refusal: { code: 'idempotency-key-reused' } };
  }
  const replayed = held.claimedAs !== claim.transactionId;
  return 'refusal' in held.outcome
    ? { replayed, refusal: held.outcome.refusal }
    : { replayed, transaction: held.outcome.transaction };
}
