import type { LockedAccount } from '@app/accounts';
import { recordRefusals, releaseKeys } from '@app/idempotency';
import { acceptedBy, type Decision } from '../decide/decide.js';
import type { BatchTools, BatchTransaction } from './batch-transaction.js';
import type { JournalRequest } from './request.js';

/**
 * A refusal leaves at most its key behind. A stored refusal is written to its key; all other keys are freed, and accounts opened
 * in vain are removed, all in the batch's transaction.
 */
export async function finishRefusals(
  { queryRunner, pipeline }: BatchTransaction,
  decided: readonly (readonly [JournalRequest, Decision])[],
  locked: readonly LockedAccount[],
  { accounts, capabilities }: BatchTools,
): Promise<void> {
  const refused = decided.flatMap(([{ claim, storeRefusal }, decision]) =>
    decision.accepted
      ? []
      : [
          {
            claim,
            refusal: decision.refusal,
            isStored: storeRefusal && capabilities.isFinal(decision.refusal.code),
          },
        ],
  );
  if (refused.length === 0) return;
  const stored = refused.filter(({ isStored }) => isStored);
  if (stored.length > 0) await pipeline.push(() => recordRefusals(queryRunner, stored));
  const released = refused.flatMap(({ claim, isStored }) => (isStored ? [] : [claim]));
  if (released.length > 0) await pipeline.push(() => releaseKeys(queryRunner, released));

  const used = decided.flatMap(([, decision]) =>
    acceptedBy(decision).flatMap(({ entries }) => entries.map(({ account }) => account.id)),
  );
  const unused = accounts.openedBeyond(new Set(used), locked);
  if (unused.length === 0) return;
  await pipeline.push(() => accounts.close(queryRunner, unused));
  await pipeline.push(() => accounts.takeBackSalts(queryRunner, unused));
}
