import type { LockedAccount } from '@app/accounts';
import { readClock } from '@app/database';
import { claimKeys, type StoredOutcome } from '@app/idempotency';
import { lockHeads, type ShardHead } from '../places/shard-heads.js';
import type { BatchTools, BatchTransaction } from './batch-transaction.js';
import { reserveClaims } from './claiming.js';
import { type Sessions, sendFacts } from './facts.js';
import type { JournalRequest } from './request.js';

/** A batch with its claims, locks and facts, ready to be decided. */
export interface ClaimedBatch {
  claimed: readonly JournalRequest[];
  locked: readonly LockedAccount[];
  heads: readonly ShardHead[];
  now: Date;
  sessions: Sessions;
}

/**
 * Locks keys, other claims, accounts and heads, in this order; then reads the clock and the facts of the rules. If all accounts are
 * known to exist, everything is sent in one packet; extra locks for a replay are harmless. Otherwise missing accounts are opened
 * first, which must wait for the claims: a replay opens none.
 */
export async function claimAndLock(
  dbTransaction: BatchTransaction,
  first: readonly JournalRequest[],
  tools: BatchTools,
): Promise<ClaimedBatch & { used: Map<string, StoredOutcome> }> {
  const { queryRunner, pipeline } = dbTransaction;
  const { accounts } = tools;
  const claims = first.map((request) => request.claim);
  // mutant: claim of a batch
  const claiming = await pipeline.send(() => claimKeys(queryRunner, claims));
  if (tools.reservesClaims) await reserveClaims(dbTransaction, first, tools.capabilities);
  const areKnown = accounts.haveAllOf(first);
  const locking = areKnown ? await pipeline.send(() => accounts.lock(queryRunner, first)) : undefined;
  const reading = areKnown ? await sendReads(dbTransaction, first, tools) : undefined;
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
  if (!openedAt) throw new Error('The database clock was not read before opening accounts');
  const locked = await accounts.openAndLock(queryRunner, claimed, openedAt);
  const reads = await sendReads(dbTransaction, claimed, tools);
  return { used, claimed, locked, ...(await reads(locked)) };
}

/** Sends the statements that follow the account locks. Resolves to a function that awaits their answers. */
async function sendReads(
  dbTransaction: BatchTransaction,
  requests: readonly JournalRequest[],
  { capabilities }: BatchTools,
): Promise<(locked: readonly LockedAccount[]) => Promise<Pick<ClaimedBatch, 'heads' | 'now' | 'sessions'>>> {
  const { queryRunner, pipeline } = dbTransaction;
  const shards = [...new Set(requests.map(({ claim }) => claim.shard))];
  const locking = await pipeline.send(() => lockHeads(queryRunner, shards));
  const reading = await pipeline.send(() => readClock(queryRunner.manager));
  const begin = await sendFacts({ queryRunner, send: (step) => pipeline.send(step) }, requests, capabilities);
  return async (locked) => {
    const heads = await locking.answer;
    const now = await reading.answer;
    return { heads, now, sessions: await begin(locked, now) };
  };
}
