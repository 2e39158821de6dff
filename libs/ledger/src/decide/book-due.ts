import { type AccountAddress, addressKey, userOwner } from '@app/accounts';
import type { DueTransaction } from '../capability/account-rule.js';
import { firstRefusal } from '../capability/ladder.js';
import { accept, type Acceptance } from './accept.js';
import type { BatchState } from './batch-state.js';
import { movesOf } from './moves.js';
import type { FixedProposal, Proposal } from './proposal.js';

/** A due transaction moves credits of accounts that are not locked. The batch must run again with their locks. */
export class LocksMissingError extends Error {
  constructor(
    readonly userId: string,
    readonly addresses: readonly AccountAddress[],
  ) {
    super(`Due transactions need more locks: ${addresses.map(addressKey).join(', ')}`);
    this.name = 'LocksMissingError';
  }
}

const none: readonly Acceptance[] = [];

/** Books the due transactions on the accounts of each proposal, once per account. */
export function dueBooker(
  state: BatchState,
  nextId: () => string,
): (proposal: Proposal) => readonly Acceptance[] {
  if (!state.accountSessions.some((session) => 'due' in session)) return () => none;
  const booked = new Set<string>();
  return ({ shard, posting: { userId }, routes }) => {
    const assets = [...new Set(routes.map(({ asset }) => asset))];
    return assets.flatMap((asset) => {
      const key = addressKey({ shard, owner: userOwner(userId), asset });
      const account = state.accounts.get(key);
      if (!account || booked.has(key)) return none;
      booked.add(key);
      const due = state.accountSessions.flatMap((session) => session.due?.(account) ?? []);
      return due.map((transaction) => book(transaction, { transactionId: nextId(), shard, userId }, state));
    });
  };
}

/** A due transaction must pass every check: its rule decided it, and the service initiates it. */
function book(
  { effects = [], ...details }: DueTransaction,
  { transactionId, shard, userId }: { transactionId: string; shard: number; userId: string },
  state: BatchState,
): Acceptance {
  const posting = { ...details, userId, initiator: 'house' as const };
  const proposal: FixedProposal = { transactionId, shard, posting };
  const moves = movesOf(proposal, state.accounts);
  const unlocked = moves.filter(({ account }) => !state.accounts.has(addressKey(account)));
  if (unlocked.length > 0) {
    throw new LocksMissingError(
      userId,
      unlocked.map(({ account }) => account),
    );
  }
  const refusal = firstRefusal(state.lateChecks, { posting, moves });
  if (refusal) throw new Error(`The due ${posting.type} of ${userId} was refused: ${refusal.code}`);
  return accept({ proposal, effects, session: undefined }, moves, state);
}
