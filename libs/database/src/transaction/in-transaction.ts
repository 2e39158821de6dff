import type { DataSource, EntityManager } from 'typeorm';
import { isOutcomeUnknown } from './failure.js';
import { TransactionFailedError } from './transaction.js';
import { UnavailableError } from './unavailable-error.js';

/**
 * Runs `work` in one transaction and commits it, once: for changes outside the ledger, which a caller repeats after reading what became
 * of them.
 *
 * Rejects with UnavailableError `outcome-unknown` if the answer of COMMIT was lost, and with any other error after a rollback.
 */
export async function inTransaction<T>(
  dataSource: DataSource,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  let commitSent = false;
  try {
    return await dataSource.transaction(async (manager) => {
      const result = await work(manager);
      commitSent = true;
      return result;
    });
  } catch (error) {
    const failure = new TransactionFailedError(error, commitSent);
    if (!isOutcomeUnknown(failure)) throw error;
    throw new UnavailableError('outcome-unknown', failure.message, { cause: error });
  }
}
