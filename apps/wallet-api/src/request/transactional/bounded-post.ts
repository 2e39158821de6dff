import { UnavailableError } from '@app/database';
import type { Journal, Outcome, Posting, PostingKey, PostingTimes } from '@app/ledger';
import { ProblemError } from '../problems/problem.js';
import { type DailyLimits, secondsLeftToday, type StorageBudgets } from './storage-budget.js';

/** Approximate size of the rows of a key and their index entries, without the texts of the request. */
const rowBytes = 512;

/**
 * Posts for a caller with daily storage limits. Successful postings always go through. Beyond the limit, a refusal that would be
 * stored is answered `rate-limited` instead, and its key stays free.
 */
export async function postWithin(
  { limits, owner }: { limits: DailyLimits; owner: string },
  { posting, key, times }: { posting: Posting; key: PostingKey; times: PostingTimes },
  { budgets, journal }: { budgets: StorageBudgets; journal: Journal },
): Promise<Outcome> {
  const { storesRefusal, settle } = budgets.reserve(owner, limits, bytesOf(posting, key));
  let outcome: Outcome;
  try {
    outcome = await journal.post(posting, key, { storeRefusal: storesRefusal, times });
  } catch (error) {
    const isPossiblyStored = error instanceof UnavailableError && error.code === 'outcome-unknown';
    settle(isPossiblyStored ? 'refusal' : 'nothing');
    throw error;
  }
  const stored = storedBy(outcome);
  settle(stored);
  if (stored === 'refusal' && !storesRefusal) throw limitReached(limits);
  return outcome;
}

/** A replay stores nothing, nor does a refusal that is not final. */
function storedBy(outcome: Outcome): 'transaction' | 'refusal' | 'nothing' {
  if (outcome.replayed) return 'nothing';
  if (!('refusal' in outcome)) return 'transaction';
  return outcome.isFinal ? 'refusal' : 'nothing';
}

function bytesOf({ reference, description, metadata }: Posting, { key }: PostingKey): number {
  const texts = [key, reference ?? '', description ?? '', JSON.stringify(metadata)];
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text), rowBytes);
}

function limitReached({ refusals, bytes }: DailyLimits): ProblemError {
  const limits = [
    ...(refusals === undefined ? [] : [`${refusals} refused requests`]),
    ...(bytes === undefined ? [] : [`${bytes} bytes`]),
  ];
  return new ProblemError(
    'rate-limited',
    `This request would be refused, and your daily storage limit (UTC) is reached: ${limits.join(' or ')}. Nothing happened, and the key is free.`,
    {},
    { headers: { 'retry-after': secondsLeftToday() } },
  );
}
