import type { Effect } from './effect.js';
import type { EarlyRung, NamedCheck } from './ladder.js';
import type { Refusal } from './refusal.js';
import type { Fact, FactStatement } from './rule.js';

/** A posting's claim to something that only one posting may ever have, such as a payment. */
export interface Claim {
  /** The name of a registered `ClaimRule`. */
  rule: string;
  asked: unknown;
}

/** One posting's request to a claim rule. */
export interface Claiming<Asked> {
  shard: number;
  userId: string;
  /** The id of the transaction if the posting is accepted. */
  transactionId: string;
  asked: Asked;
}

/** A posting's request to reserve what it claims. */
export interface Reserving<Asked> extends Claiming<Asked> {
  /** With `shard` and `userId`, the primary key of the posting's row in `idempotency_keys`. */
  clientId: string;
  key: string;
}

/**
 * A kind of claim, for postings of any kind. What is claimed is reserved for the user together with the locks, and the claim is
 * decided with the posting: a refused posting leaves it free.
 */
export interface ClaimRule<Asked = never, R extends Refusal = Refusal> {
  /** Unique among all capabilities. */
  readonly name: string;
  /**
   * Reserves what is still free, in one sorted order. Sent right behind the keys, in their packet, so it must reserve only for keys
   * that this transaction has claimed: those with the `transactionId`.
   *
   * `alone`: sent on a distributed engine, in a transaction before the batch and its keys. Such a reservation stays.
   */
  reserve(reserving: readonly Reserving<Asked>[], options: { alone: boolean }): FactStatement;
  /** Reads who has what is claimed, behind the locks. Takes no lock. */
  before(claiming: readonly Claiming<Asked>[]): FactStatement;
  session(facts: readonly Fact[]): ClaimSession<Asked, R>;
  /** Gives the reservations of this transaction to the accepted postings, and ends those that none of them used. */
  settle(
    claiming: readonly Claiming<Asked>[],
    isAccepted: (transactionId: string) => boolean,
  ): FactStatement | undefined;
}

/** The state of a claim rule during the decision of a batch. Immutable and pure. */
export interface ClaimSession<Asked = never, R extends Refusal = Refusal> {
  readonly checks: readonly NamedCheck<Claiming<Asked>, R, EarlyRung>[];
  /** The effects of a claim that passed the checks. */
  effects(claiming: Claiming<Asked>): readonly Effect[];
  /** The state after the posting with this claim is accepted. */
  accept(claiming: Claiming<Asked>): ClaimSession<Asked, R>;
}
