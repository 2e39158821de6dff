import { systemStripeLimit } from '@app/accounts';
import type { CatalogTerms, TermsInForce } from '@app/catalog';
import { claimKey, type IdempotencyKeys } from '@app/idempotency';
import type { QueryRunner } from 'typeorm';
import { type AcceptedTransaction, seal } from '../chain/seal.js';
import { decide, type Decision } from '../decide/decide.js';
import type { Outcome } from '../outcome.js';
import { addressesOf, addressesToOpen } from './addresses.js';
import { type KeyOutcome, outcomeOfDecision, outcomesOfUsedKeys } from './key-outcome.js';
import type { KnownAccounts } from './known-accounts.js';
import type { JournalRequest } from './request.js';
import { writeBatch } from './write-batch.js';

export interface BatchTools {
  accounts: KnownAccounts;
  idempotencyKeys: IdempotencyKeys;
  catalogTerms: CatalogTerms;
  shardCount: number;
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
  queryRunner: QueryRunner,
  requests: readonly JournalRequest[],
  tools: BatchTools,
): Promise<Map<JournalRequest, Outcome>> {
  const now = new Date();
  const first = firstOfEachKey(requests);
  const used = await tools.idempotencyKeys.claim(
    queryRunner,
    first.map((request) => request.claim),
    now,
  );
  const claimed = first.filter((request) => !used.has(claimKey(request.claim)));

  const outcomes = await outcomesOfUsedKeys(queryRunner, used, [
    ...new Set(first.map((request) => request.claim.shard)),
  ]);
  for (const [{ claim }, decision] of await decideAndWrite(queryRunner, claimed, now, tools)) {
    outcomes.set(claimKey(claim), outcomeOfDecision(claim, decision));
  }
  return new Map(requests.map((request) => [request, answerTo(request, outcomes)]));
}

async function decideAndWrite(
  queryRunner: QueryRunner,
  claimed: readonly JournalRequest[],
  now: Date,
  { accounts, idempotencyKeys, catalogTerms, shardCount }: BatchTools,
): Promise<[JournalRequest, Decision][]> {
  if (claimed.length === 0) return [];
  const addresses = { open: addressesToOpen(claimed), lock: addressesOf(claimed) };
  const locked = await accounts.openAndLock(queryRunner, addresses, now);
  const decisions = decide({
    accounts: locked,
    proposals: claimed.map(({ claim, posting }) => ({ ...claim, posting })),
    terms: await termsInForce(queryRunner, claimed, now, catalogTerms),
    now,
    stripeLimit: systemStripeLimit(shardCount),
  });
  const decided = claimed.map((request, index) => [request, decisions[index]] as [JournalRequest, Decision]);

  const accepted = decided.flatMap(([{ claim }, decision]): AcceptedTransaction[] =>
    decision.accepted ? [{ ...decision, clientId: claim.clientId, idempotencyKey: claim.key }] : [],
  );
  if (accepted.length > 0) {
    await writeBatch(queryRunner, { transactions: accepted, ...seal(accepted) });
  }
  const completed = decided.flatMap(([{ claim }, decision]) =>
    decision.accepted && decision.completion ? [{ ...claim, ...decision.completion }] : [],
  );
  if (completed.length > 0) await catalogTerms.recordCompletions(queryRunner, completed);
  const refused = decided.flatMap(([{ claim }, decision]) =>
    decision.accepted ? [] : [{ claim, refusal: decision.refusal }],
  );
  if (refused.length > 0) await idempotencyKeys.recordRefusals(queryRunner, refused);
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
    const key = claimKey(request.claim);
    if (!first.has(key)) first.set(key, request);
  }
  return [...first.values()];
}

function answerTo({ claim }: JournalRequest, outcomes: ReadonlyMap<string, KeyOutcome>): Outcome {
  const held = outcomes.get(claimKey(claim));
  if (!held) throw new Error('a key of the batch was neither claimed nor found');
  if (!held.fingerprint.equals(claim.fingerprint)) {
    return { replayed: false, refusal: { code: 'idempotency-key-reused' } };
  }
  return { ...held.outcome, replayed: held.claimedAs !== claim.transactionId };
}
