import type { LockedAccount } from '@app/accounts';
import type { AccountSession } from '../capability/account-rule.js';
import { firstRefusal } from '../capability/ladder.js';
import type { Refusal } from '../capability/refusal.js';
import type { Session } from '../capability/rule.js';
import type { ShardHead } from '../places/shard-heads.js';
import { accept, type Acceptance } from './accept.js';
import { BatchState } from './batch-state.js';
import { dueBooker } from './book-due.js';
import { movesOf } from './moves.js';
import type { Proposal } from './proposal.js';
import { resolve } from './resolve.js';

export type Decision = (Acceptance | { accepted: false; proposal: Proposal; refusal: Refusal }) & {
  /** Keyless transactions that were due on the accounts of this posting. They happen before it, and even if it is refused. */
  due?: readonly Acceptance[];
};

export interface DecisionInput {
  /** The state of every account that could be found and locked. */
  accounts: readonly LockedAccount[];
  /** The head of every shard that a proposal is in. */
  heads: readonly ShardHead[];
  /** In the order in which they arrived, which is the order in which they happen. */
  proposals: readonly Proposal[];
  /** A session of every rule that a proposal names, by its name. */
  sessions: ReadonlyMap<string, Session>;
  /** A session of every account rule. */
  accountSessions: readonly AccountSession[];
  /** The database's time, read behind the locks. It decides; what is recorded is never before a shard's latest recorded time. */
  now: Date;
  /** Ids for the transactions that are due. */
  nextId: () => string;
}

/**
 * Decides a batch: which postings happen, in which order, and what every account looks like after each. Pure: no clock, no
 * database, no change to its input. A refused posting leaves no trace in the ones after it.
 *
 * Promises, for every input: the entries of an accepted posting sum to 0 per asset; every balance of a user is from 0 to
 * `maxAmount` at every version, and no balance of the system is a reason to refuse; versions have no gap, nor have the places of a
 * shard; times do not go back along either of them.
 */
export function decide(input: DecisionInput): Decision[] {
  const state = new BatchState(input);
  const bookDue = dueBooker(state, input.nextId);
  return input.proposals.map((proposal) => {
    const due = bookDue(proposal);
    const decision = decideOne(proposal, state);
    return due.length === 0 ? decision : { ...decision, due };
  });
}

/** The transactions of a decision, in the order in which they happen. */
export function acceptedBy(decision: Decision): readonly Acceptance[] {
  const due = decision.due ?? [];
  return decision.accepted ? [...due, decision] : due;
}

/** Climbs the ladder: the early rungs, the amounts, the late rungs. */
function decideOne(proposal: Proposal, state: BatchState): Decision {
  const resolution = resolve(proposal, state);
  if ('refusal' in resolution) return { accepted: false, proposal, refusal: resolution.refusal };
  const moves = movesOf(resolution.proposal, state.accounts);
  const refusal = firstRefusal(state.lateChecks, { posting: resolution.proposal.posting, moves });
  if (refusal) return { accepted: false, proposal, refusal };
  return accept(resolution, moves, state);
}
