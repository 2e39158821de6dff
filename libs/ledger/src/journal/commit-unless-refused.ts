import type { Outcome } from '../outcome.js';
import { type BatchTools, type BatchTransaction, commitBatch } from './commit-batch.js';
import type { JournalRequest } from './request.js';

/**
 * `commitBatch` for a posting whose refusal is not to be stored. What is refused is undone, with its claim, before COMMIT: the
 * key stays free, and a retry decides anew. What happened, and what a key held before, is answered as ever.
 *
 * For a batch of one: undoing would undo the others with it. It is no savepoint because the trigger on `entries` accepts only
 * transactions that the top-level transaction itself has written.
 */
export async function commitUnlessRefused(
  transaction: BatchTransaction,
  requests: readonly JournalRequest[],
  tools: BatchTools,
): Promise<Map<JournalRequest, Outcome>> {
  if (requests.length > 1) throw new Error('a refusal can be undone only in a batch of its own');
  const { queryRunner, pipeline } = transaction;
  const outcomes = await commitBatch(transaction, requests, tools);
  const refused = [...outcomes.values()].some((outcome) => 'refusal' in outcome && !outcome.replayed);
  if (refused) {
    await pipeline.push(() => queryRunner.query('ROLLBACK AND CHAIN'));
    // An account that was opened for it is not there.
    tools.accounts.batchEnded({ committed: false });
  }
  return outcomes;
}
