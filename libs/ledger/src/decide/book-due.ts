import { type AccountAddress, addressKey, userOwner } from '@app/accounts';
import type { DueTransaction } from '../capability/account-rule.js';
import { firstRefusal } from '../capability/ladder.js';
import { accept, type Acceptance } from './accept.js';
import type { BatchState } from './batch-state.js';
import type { FixedProposal } from './proposal.js';
import { movementOf } from './weigh.js';

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

/** A user's accounts in these assets. */
export interface DueOn {
  shard: number;
  userId: string;
  assets: Iterable<string>;
}

const none: readonly Acceptance[] = [];

/**
 * Books what is due on accounts of a user, on each in the order in which it was due; of several due at the same instant, in the order
 * of the rules.
 */
export function dueBooker(state: BatchState, nextId: () => string): (on: DueOn) => readonly Acceptance[] {
  if (!state.accountSessions.some((session) => 'due' in session)) return () => none;
  return ({ shard, userId, assets }) => {
    if (!state.mayHaveDue) return none;
    let booked: Acceptance[] | undefined;
    for (const asset of assets) {
      const key = addressKey({ shard, owner: userOwner(userId), asset });
      for (let due = nextDue(state, key); due; due = nextDue(state, key)) {
        (booked ??= []).push(book(due, { transactionId: nextId(), shard, userId }, state));
      }
      state.renewLapse(key);
    }
    return booked ?? none;
  };
}

function nextDue(state: BatchState, key: string): DueTransaction | undefined {
  const account = state.accounts.get(key);
  if (!account) return undefined;
  let earliest: DueTransaction | undefined;
  for (const session of state.accountSessions) {
    const due = session.due?.(account);
    if (due && (!earliest || due.dueAt < earliest.dueAt)) earliest = due;
  }
  return earliest;
}

/** A due transaction must pass every check: its rule decided it, and the service initiates it. */
function book(
  { effects = [], dueAt: _dueAt, ...details }: DueTransaction,
  { transactionId, shard, userId }: { transactionId: string; shard: number; userId: string },
  state: BatchState,
): Acceptance {
  const posting = { ...details, userId, initiator: 'house' as const, isSettlement: true };
  const proposal: FixedProposal = { transactionId, shard, posting };
  const movement = movementOf(proposal, state);
  const unlocked = movement.moves.filter(({ account }) => !state.accounts.has(addressKey(account)));
  if (unlocked.length > 0) {
    throw new LocksMissingError(
      userId,
      unlocked.map(({ account }) => account),
    );
  }
  const refusal = firstRefusal(state.lateChecks, movement);
  if (refusal) throw new Error(`The due ${posting.type} of ${userId} was refused: ${refusal.code}`);
  return accept({ proposal, effects, session: undefined }, movement, state);
}
