import type { LockedAccount } from '@app/accounts';
import type { Earmark, Leg, Route } from '../posting.js';
import type { AccountSession } from './account-rule.js';
import type { Effect } from './effect.js';
import type { EarlyRung, NamedCheck } from './ladder.js';
import type { FailedPrecondition, Refusal } from './refusal.js';

/** A statement that reads the facts of a batch besides its accounts. */
export interface FactStatement {
  sql: string;
  parameters: readonly unknown[];
}

/** A row of a fact statement, as the driver returns it. */
export type Fact = Readonly<Record<string, unknown>>;

/** One posting's request to a rule. */
export interface Asking<Asked> {
  shard: number;
  userId: string;
  asked: Asked;
}

/** The user's accounts as the postings decided earlier in the batch leave them. */
export interface LockedWallet {
  /** The time the transaction will record, never before the latest time of its shard. */
  at: Date;
  /** `undefined` if the user has no account in the asset, or the routes do not include it. */
  account(asset: string): LockedAccount | undefined;
  /** The session of an account rule, by its class: what it knows after the postings decided so far. Throws if it is not registered. */
  session<S extends AccountSession>(type: abstract new (...parts: never[]) => S): S;
}

/** A posting as resolved by its rule. */
export interface Resolved {
  /** None for a transaction that has effects only. */
  legs: readonly Leg[];
  earmarks?: readonly Earmark[];
  /** Used if the caller set none. */
  description?: string;
  /** Merged into the caller's metadata; these members take precedence. */
  metadata?: Record<string, unknown>;
  effects?: readonly Effect[];
  /** The caller expected other terms. The posting is refused as `precondition-failed`, on that rung. */
  unmet?: FailedPrecondition | undefined;
}

/** What a posting asks of its rule. */
export interface AskedOf<Asked> extends Asking<Asked> {
  /** The id of the transaction if the posting is accepted; the nil UUID in a preview. */
  transactionId: string;
  routes: readonly Route[];
}

/** The input of a rule's check. */
export interface Examined<Asked> extends AskedOf<Asked> {
  wallet: LockedWallet;
}

/**
 * A kind of posting whose amounts a capability determines at the time of the decision. A posting holds the name of its rule and
 * the request; everything else is here.
 *
 * Only `before` reaches the database, through its statement. A rule that throws fails only its own posting: the batch is
 * bisected, and that caller gets the error.
 */
export interface Rule<Asked = never, R extends Refusal = Refusal> {
  /** Unique among all capabilities. */
  readonly name: string;
  /** The routes to lock; called when the posting arrives. If empty, the rule must refuse. */
  routes(asked: Asked): readonly Route[];
  /**
   * Reads facts, sent together with the locks and run after them: it sees everything that an earlier holder of the locks
   * committed (PostgreSQL documentation, 13.2.1 Read Committed). The time of the decision is not known yet, and some postings may
   * turn out to be replays, so it returns a superset. It takes no lock.
   */
  before?(asking: readonly Asking<Asked>[]): FactStatement | undefined;
  /** Starts the decision of a batch with the facts read. `now` is the database time, read after locking. */
  session(facts: readonly Fact[], clock: { now: Date }): Session<Asked, R>;
}

/** The state of a rule during the decision of a batch. Immutable and pure. */
export interface Session<Asked = never, R extends Refusal = Refusal> {
  readonly checks: readonly NamedCheck<Examined<Asked>, R, EarlyRung>[];
  /** The legs and effects of a posting that passed the checks. Every amount is an exact integer from 1 to 2^53 − 1. */
  resolve(asked: AskedOf<Asked>, wallet: LockedWallet): Resolved;
  /** The state after this posting is accepted. */
  accept(asked: AskedOf<Asked>, resolved: Resolved): Session<Asked, R>;
}
