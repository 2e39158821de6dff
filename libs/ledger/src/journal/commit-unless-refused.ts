import type { Outcome } from '../outcome.js';
import { type BatchTools, type BatchTransaction, commitBatch } from './commit-batch.js';
import type { JournalRequest } from './request.js';

/**
 * `commitBatch` for a posting whose refusal must not be stored. A refusal is rolled back with its claim, so the key stays free
 * and a retry is decided anew. Successes and replays are unaffected.
 *
 * Only for a batch of one: the rollback would undo other postings too. A savepoint would not do, because the trigger on
 * `entries` accepts only rows written by the top-level transaction itself.
 */
export async function commitUnlessRefused(
  transaction: BatchTransaction,
  requests: readonly JournalRequest[],
  tools: BatchTools,
): Promise<Map<JournalRequest, Outcome>> {
  if (requests.length > 1) throw new Error('only a batch of one can be rolled back');
  const { queryRunner, pipeline } = transaction;
  const outcomes = await commitBatch(transaction, requests, tools);
  const refused = [...outcomes.values()].some((outcome) => 'refusal' in outcome && !outcome.replayed);
  if (refused) {
    await pipeline.push(() => queryRunner.query('ROLLBACK AND CHAIN'));
    // Accounts opened for the posting are gone again.
    tools.accounts.batchEnded({ committed: false });
  }
  return outcomes;
}
