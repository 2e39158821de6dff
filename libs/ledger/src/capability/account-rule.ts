import type { AccountAddress, LockedAccount } from '@app/accounts';
import type { Move } from '../decide/moves.js';
import type { FixedPosting } from '../posting.js';
import type { Effect } from './effect.js';
import type { LateRung, NamedCheck } from './ladder.js';
import type { Refusal } from './refusal.js';
import type { Fact, FactStatement } from './rule.js';

/** A posting and what it would do to the accounts. `posting.initiator` tells a spend of the owner from a claw-back by the house. */
export interface Movement {
  posting: FixedPosting;
  moves: readonly Move[];
}

/** A keyless transaction that is due on an account, such as the expiry of credits. */
export interface DueTransaction extends Omit<FixedPosting, 'userId'> {
  effects?: readonly Effect[];
}

/** What is read for an account rule, at its two moments. */
export interface AccountFacts {
  before: readonly Fact[];
  after: readonly Fact[];
}

/**
 * A rule about every posting on an account, whatever the posting is. Freezing is one.
 *
 * It can read at two moments. `before` is sent in the packet of the locks, for every batch. `after` costs a packet, so it is for
 * what the locked row announces (`lapses_at` has passed).
 */
export interface AccountRule<R extends Refusal = Refusal> {
  /** Unique among all capabilities. */
  readonly name: string;
  before?(accounts: readonly AccountAddress[]): FactStatement | undefined;
  after?(accounts: readonly LockedAccount[], clock: { now: Date }): FactStatement | undefined;
  session(facts: AccountFacts, clock: { now: Date }): AccountSession<R>;
}

/** The state of an account rule while a batch is decided. Immutable and pure. */
export interface AccountSession<R extends Refusal = Refusal> {
  readonly checks: readonly NamedCheck<Movement, R, LateRung>[];
  /**
   * What is due on a user's account now. It is decided and written before the posting that touches the account, even if the posting is
   * refused. Called once for each account in a batch.
   */
  due?(account: LockedAccount): readonly DueTransaction[];
  /** The state after a transaction was accepted, due ones included. */
  accept?(movement: Movement): AccountSession<R>;
}
