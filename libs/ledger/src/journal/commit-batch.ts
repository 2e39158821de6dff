import type { LockedAccount } from '@app/accounts';
import type { CatalogTerms, TermsInForce } from '@app/catalog';
import { type Pipeline, readClock } from '@app/database';
import { canonicalJson, type IdempotencyKeys, type StoredOutcome } from '@app/idempotency';
import type { QueryRunner } from 'typeorm';
import { actorText } from '../actor.js';
import { type AcceptedTransaction, seal } from '../chain/seal.js';
import { decide, type Decision } from '../decide/decide.js';
import { lockHeads, moveHeads, type ShardHead } from '../places/shard-heads.js';
import type { Outcome } from '../outcome.js';
import { finishRefusals } from './finish-refusals.js';
import { type KeyOutcome, outcomeOfDecision, outcomesOfUsedKeys } from './key-outcome.js';
import type { KnownAccounts } from './known-accounts.js';
import type { JournalRequest } from './request.js';
import { writeBatch } from './write-batch.js';

export interface BatchTools {
  accounts: KnownAccounts;
  idempotencyKeys: IdempotencyKeys;
  catalogTerms: CatalogTerms;
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
 * and what postings depend on besides their accounts are read after that, without a lock. The same key twice in one batch is
 * one posting with two listeners.
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
    outcomes.set(request.claimKey, outcomeOfDecision(request, decision));
  }
  return new Map(requests.map((request) => [request, answerTo(request, outcomes)]));
}

interface ClaimedBatch {
  claimed: readonly JournalRequest[];
  locked: readonly LockedAccount[];
  heads: readonly ShardHead[];
  now: Date;
}

/**
 * Keys, then accounts, then heads, then the clock. All of it goes on the heels of the claim where the accounts are known to
 * exist; the locks for what turns out to be a replay are harmless. An account that is not known is looked for instead. Opening an account must wait until it is known whose request it is for: a replay opens none.
 */
async function claimAndLock(
  { queryRunner, pipeline }: BatchTransaction,
  first: readonly JournalRequest[],
  { accounts, idempotencyKeys }: BatchTools,
): Promise<ClaimedBatch & { used: Map<string, StoredOutcome> }> {
  const claims = first.map((request) => request.claim);
  const claiming = await pipeline.send(() => idempotencyKeys.claim(queryRunner, claims));
  const areKnown = accounts.haveAllOf(first);
  const locking = areKnown ? await pipeline.send(() => accounts.lock(queryRunner, first)) : undefined;
  const ending = areKnown ? await lockHeadsAndReadClock(queryRunner, pipeline, first) : undefined;
  const looking = areKnown ? undefined : await pipeline.send(() => accounts.lookFor(queryRunner, first));
  const opening = areKnown ? undefined : await pipeline.send(() => readClock(queryRunner.manager));

  const used = await claiming.answer;
  const claimed = used.size === 0 ? first : first.filter((request) => !used.has(request.claimKey));
  if (locking && ending) return { used, claimed, locked: await locking.answer, ...(await ending()) };

  await looking?.answer;
  const openedAt = await opening?.answer;
  if (!openedAt) throw new Error('the clock was not read');
  const locked = await accounts.openAndLock(queryRunner, claimed, openedAt);
  const end = await lockHeadsAndReadClock(queryRunner, pipeline, claimed);
  return { used, claimed, locked, ...(await end()) };
}

/** Sends both; the function that it resolves with waits for the answers. */
async function lockHeadsAndReadClock(
  queryRunner: QueryRunner,
  pipeline: Pipeline,
  requests: readonly JournalRequest[],
): Promise<() => Promise<Pick<ClaimedBatch, 'heads' | 'now'>>> {
  const shards = [...new Set(requests.map(({ claim }) => claim.shard))];
  const locking = await pipeline.send(() => lockHeads(queryRunner, shards));
  const reading = await pipeline.send(() => readClock(queryRunner.manager));
  return async () => ({ heads: await locking.answer, now: await reading.answer });
}

async function decideAndWrite(
  transaction: BatchTransaction,
  { claimed, locked, heads, now }: ClaimedBatch,
  tools: BatchTools,
): Promise<[JournalRequest, Decision][]> {
  if (claimed.length === 0) return [];
  const { queryRunner, pipeline } = transaction;
  const { catalogTerms } = tools;
  const decisions = decide({
    accounts: locked,
    heads,
    proposals: claimed.map(({ claim: { transactionId, shard }, posting }) => ({
      transactionId,
      shard,
      posting,
    })),
    terms: await termsInForce(queryRunner, claimed, now, catalogTerms),
    now,
  });
  const decided = claimed.map((request, index) => [request, decisions[index]] as [JournalRequest, Decision]);

  const accepted = decided.flatMap(([{ claim, actor }, decision]): AcceptedTransaction[] => {
    if (!decision.accepted) return [];
    const { proposal, place, createdAt, entries } = decision;
    const { clientId, key: idempotencyKey } = claim;
    return [
      {
        proposal,
        place,
        createdAt,
        actor: actorText(actor),
        clientId,
        idempotencyKey,
        metadata: canonicalJson(proposal.posting.metadata),
        entries,
      },
    ];
  });
  if (accepted.length > 0) {
    const { entries, accounts } = seal(accepted);
    await writeBatch(queryRunner, pipeline, { transactions: accepted, entries, accounts });
    await pipeline.push(() => moveHeads(queryRunner, headsAfter(accepted)));
  }
  const completed = decided.flatMap(([{ claim }, decision]) =>
    decision.accepted && decision.completion ? [{ ...claim, ...decision.completion }] : [],
  );
  if (completed.length > 0) {
    await pipeline.push(() => catalogTerms.recordCompletions(queryRunner, completed));
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
