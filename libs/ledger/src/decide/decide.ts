import type { LockedAccount } from '@app/accounts';
import type { AccountSession } from '../capability/account-rule.js';
import type { ClaimSession } from '../capability/claim-rule.js';
import type { GroupRule } from '../capability/group-rule.js';
import { type Climber, stopAtFirst } from '../capability/ladder.js';
import type { Refusal } from '../capability/refusal.js';
import type { Session } from '../capability/rule.js';
import type { ShardHead } from '../places/shard-heads.js';
import { accept, type Acceptance } from './accept.js';
import { BatchState } from './batch-state.js';
import { type DueOn, dueBooker } from './book-due.js';
import { openClaims } from './claims.js';
import { decideGroup } from './decide-group.js';
import { isGroup, type Proposal } from './proposal.js';
import { weigh } from './weigh.js';

const none: readonly Acceptance[] = [];

export type Decision = (Acceptance | { accepted: false; proposal: Proposal; refusal: Refusal }) & {
  /** Keyless transactions due on the accounts of this posting. They happen before it, even if it is refused. */
  due?: readonly Acceptance[];
  /** Keyless transactions that this posting made due, such as the repayment of a debt from a top-up. They follow it at once. */
  following?: readonly Acceptance[];
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
  /** A session of every rule that a claim names, by name. */
  claimSessions: ReadonlyMap<string, ClaimSession>;
  /** Every group rule that a proposal names, by name. */
  groupRules: ReadonlyMap<string, GroupRule>;
  /** A session of every account rule. */
  accountSessions: readonly AccountSession[];
  /** The database time, read after locking. It decides; recorded times are never before a shard's latest one. */
  now: Date;
  /** Generates ids for due transactions. */
  nextId: () => string;
}

/**
 * Decides a batch: which postings happen, in which order, and the state of every account after each. Pure: no clock, no database,
 * no change to its input. A refused posting leaves no trace in later ones, and of a group all postings happen or none.
 *
 * Guarantees, for every input: the entries of an accepted posting sum to 0 per asset; every user balance is from 0 to `maxAmount`
 * at every version, while a system balance never causes a refusal; neither versions nor the places of a shard have gaps; times
 * never decrease along either of them.
 *
 * A `climber` that runs all checks, for a dry run, changes what is reported, never what is decided.
 */
export function decide(input: DecisionInput, climber: Climber = stopAtFirst): Decision[] {
  const state = BatchState.of(input);
  const bookDue = dueBooker(state, input.nextId);
  return input.proposals.map((proposal) => {
    const on = dueOn(proposal);
    const due = bookDue(on);
    const decision = decideOne(proposal, state, climber);
    const following = decision.accepted ? bookDue(on) : none;
    if (due.length === 0 && following.length === 0) return decision;
    return { ...decision, ...(due.length > 0 && { due }), ...(following.length > 0 && { following }) };
  });
}

/** The accounts that a posting touches. */
function dueOn({ shard, posting: { userId }, routes }: Proposal): DueOn {
  const [only] = routes;
  const assets = only && routes.length === 1 ? [only.asset] : new Set(routes.map(({ asset }) => asset));
  return { shard, userId, assets };
}

/** The transactions of a decision, in the order in which they happen. */
export function acceptedBy(decision: Decision): readonly Acceptance[] {
  const { due = none, following = none } = decision;
  return decision.accepted ? [...due, decision, ...following] : due;
}

function decideOne(proposal: Proposal, state: BatchState, climber: Climber): Decision {
  if (isGroup(proposal)) return decideGroup(proposal, state, climber);
  const claims = openClaims(proposal, state);
  const weighed = weigh(proposal, { state, climber, claims });
  if ('refusal' in weighed) return { accepted: false, proposal, refusal: weighed.refusal };
  return accept(weighed.resolved, weighed.movement, state, claims);
}
