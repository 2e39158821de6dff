import type { LockedAccount } from '@app/accounts';
import type { Leg, Route } from '../posting.js';
import type { Effect } from './effect.js';
import type { EarlyRung, NamedCheck } from './ladder.js';
import type { Refusal } from './refusal.js';

/** One statement that reads what a batch depends on besides its accounts. */
export interface FactStatement {
  sql: string;
  parameters: readonly unknown[];
}

/** A row of a fact statement, as the driver gives it. */
export type Fact = Readonly<Record<string, unknown>>;

/** What one posting asks of a rule. */
export interface Asking<Asked> {
  shard: number;
  userId: string;
  asked: Asked;
}

/** The accounts of the user, as the postings decided before in the batch leave them. */
export interface LockedWallet {
  /** The time that the transaction will record. It is never before the latest time of its shard. */
  at: Date;
  /** `undefined` if the user has no account in the asset, or it is not among those of the routes. */
  account(asset: string): LockedAccount | undefined;
}

/** What a posting turns out to be. */
export interface Resolved {
  /** None for a transaction that has effects only. */
  legs: readonly Leg[];
  /** Used if the caller gave none. */
  description?: string;
  /** Members that are added to the caller's metadata, and win. */
  metadata?: Record<string, unknown>;
  effects?: readonly Effect[];
}

/** What a check of a rule sees. */
export interface AskedOf<Asked> extends Asking<Asked> {
  routes: readonly Route[];
}

/**
 * A kind of posting whose amounts are decided by a capability at the moment of the decision. A posting names its rule and holds
 * what is asked; everything else is here.
 *
 * Only `before` touches the database, through its statement. A rule that throws fails its own posting only: the batch is
 * bisected, and that caller gets the error.
 */
export interface Rule<Asked = never, R extends Refusal = Refusal> {
  /** Unique among all capabilities. */
  readonly name: string;
  /** What to lock; called when the posting arrives. None: the rule must then refuse. */
  routes(asked: Asked): readonly Route[];
  /**
   * Reads facts, in the packet of the locks and behind them: it sees everything that was committed by an earlier holder of the
   * locks (PostgreSQL documentation, 13.2.1 Read Committed). It cannot know the time of the decision, and some of the postings may turn
   * out to be replays, so it returns a superset. It takes no lock.
   */
  before?(asking: readonly Asking<Asked>[]): FactStatement | undefined;
  /** Begins to decide a batch with the facts that were read. `now` is the database's time behind the locks. */
  session(facts: readonly Fact[], clock: { now: Date }): Session<Asked, R>;
}

/** The state of a rule while a batch is decided. Immutable and pure. */
export interface Session<Asked = never, R extends Refusal = Refusal> {
  readonly checks: readonly NamedCheck<AskedOf<Asked>, R, EarlyRung>[];
  /** The legs and effects of a posting that passed the checks. Every amount is an exact integer from 1 to 2^53 − 1. */
  resolve(asked: AskedOf<Asked>, wallet: LockedWallet): Resolved;
  /** The state after this posting was accepted. */
  accept(asked: AskedOf<Asked>, resolved: Resolved): Session<Asked, R>;
}
