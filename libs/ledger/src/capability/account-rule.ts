import type { AccountAddress, LockedAccount } from '@app/accounts';
import type { EarmarkMove } from '../decide/earmarks.js';
import type { Move } from '../decide/moves.js';
import type { FixedPosting } from '../posting.js';
import type { Effect } from './effect.js';
import type { LateRung, NamedCheck } from './ladder.js';
import type { Refusal } from './refusal.js';
import type { Fact, FactStatement } from './rule.js';

/**
 * A posting and its effect on accounts. `posting.initiator` distinguishes a spend by the owner from a claw-back by the service.
 */
export interface Movement {
  posting: FixedPosting;
  moves: readonly Move[];
  earmarks: readonly EarmarkMove[];
}

/** A movement that happens, with the effects of its transaction. */
export interface AcceptedMovement extends Movement {
  transactionId: string;
  effects: readonly Effect[];
}

/** A keyless transaction due on an account, such as the expiry of credits. */
export interface DueTransaction extends Omit<FixedPosting, 'userId'> {
  /** When it was due: the earliest on the account comes first. */
  dueAt: Date;
  effects?: readonly Effect[];
}

/** The facts read for an account rule before and after its accounts are locked. */
export interface AccountFacts {
  before: readonly Fact[];
  after: readonly Fact[];
}

/**
 * A rule that applies to every posting on an account, such as freezing.
 *
 * It can read at two moments. `before` travels with the locks, for every batch. `after` costs a round trip, so use it only if the
 * locked row calls for it (`lapses_at` has passed, something is owed).
 */
export interface AccountRule<R extends Refusal = Refusal> {
  /** Unique among all capabilities. */
  readonly name: string;
  before?(accounts: readonly AccountAddress[]): FactStatement | undefined;
  after?(accounts: readonly LockedAccount[], clock: { now: Date }): FactStatement | undefined;
  session(facts: AccountFacts, clock: { now: Date }): AccountSession<R>;
}

/** The state of an account rule during the decision of a batch. Immutable and pure. */
export interface AccountSession<R extends Refusal = Refusal> {
  readonly checks: readonly NamedCheck<Movement, R, LateRung>[];
  /**
   * The next transaction due on a user's account; `undefined` if there is none. Only an account whose `lapsesAt` has passed or that owes
   * can have one. Asked before each posting that touches the account and after each that is accepted, again and again until no rule
   * has one. What is due happens even if the posting is refused.
   */
  due?(account: LockedAccount): DueTransaction | undefined;
  /**
   * When the next thing of this rule lapses on an account whose `lapsesAt` has passed, once everything due is booked; `null` if nothing
   * does. The earliest of all rules becomes the account's `lapsesAt`.
   */
  lapsesNext?(account: LockedAccount): Date | null;
  /** The state after an accepted transaction, including due ones. */
  accept?(movement: AcceptedMovement): AccountSession<R>;
}
