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
  /** Keyless transactions due on the accounts of this posting. They happen before it, even if it is refused. */
  due?: readonly Acceptance[];
};

export interface DecisionInput {
  /** Every account that exists, locked. */
  accounts: readonly LockedAccount[];
  /** The head of every shard with a proposal. */
  heads: readonly ShardHead[];
  /** In order of arrival, which is the order in which they happen. */
  proposals: readonly Proposal[];
  /** A session of every rule that a proposal names, by name. */
  sessions: ReadonlyMap<string, Session>;
  /** A session of every account rule. */
  accountSessions: readonly AccountSession[];
  /** The database time, read after locking. It decides; recorded times are never before a shard's latest one. */
  now: Date;
  /** Generates ids for due transactions. */
  nextId: () => string;
}

/**
 * Decides a batch: which postings happen, in which order, and the state of every account after each. Pure: no clock, no database,
 * no change to its input. A refused posting leaves no trace in later ones.
 *
 * Guarantees, for every input: the entries of an accepted posting sum to 0 per asset; every user balance is from 0 to `maxAmount`
 * at every version, while a system balance never causes a refusal; neither versions nor the places of a shard have gaps; times
 * never decrease along either of them.
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
