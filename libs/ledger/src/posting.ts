import type { Owner } from '@app/accounts';
import type { Actor } from './actor.js';
import type { Claim, ClaimRule } from './capability/claim-rule.js';
import type { GroupRule } from './capability/group-rule.js';
import type { FailedPrecondition } from './capability/refusal.js';
import type { Rule } from './capability/rule.js';
import type { PostingTimes } from './journal/posting-times.js';

/** A movement without an amount. One side is the user of the posting, the other a system account. */
export interface Route {
  source: Owner;
  destination: Owner;
  asset: string;
  /** `user`: nothing moves along it yet, so only the user's account is locked. */
  locks?: 'user';
}

/** A movement of an asset. */
export interface Leg extends Route {
  /** Whole minor units, from 1 to 2^53 − 1. */
  amount: number;
}

/**
 * A change to what is set aside on the user's account in an asset, without moving it. Together with the legs it must leave what is
 * held within the balance.
 */
export interface Earmark {
  asset: string;
  /** The change of `held`: positive to reserve. */
  held?: number;
  /** The change of `owed`: positive to incur a debt. */
  owed?: number;
  /** When what is set aside lapses: brings the `lapsesAt` of the account forward, and never back. */
  lapsesAt?: Date;
}

/** What the user's account in an asset must be like before the posting, which must touch it. Every given member must hold. */
export interface BalanceCondition {
  asset: string;
  /** The `balanceTag` of the account. */
  tag?: string | undefined;
  version?: number | undefined;
  minBalance?: number | undefined;
  maxBalance?: number | undefined;
  minAvailable?: number | undefined;
}

/** The caller's description of a posting, however its amounts are determined. */
export interface PostingDetails {
  /** The reason: a registered transaction type. */
  type: string;
  userId: string;
  reference: string | null;
  description: string | null;
  metadata: Record<string, unknown>;
  /** The initiator of a debit; `owner` by default. A freeze refuses debits by the owner, not those by the service (`house`). */
  initiator?: 'owner' | 'house';
  /** The user has paid for the credits with money: no limit of ours refuses them. */
  isPaidFor?: boolean;
  /** The posting completes or undoes an earlier one: no range of amounts and no retired asset refuses it. */
  isSettlement?: boolean;
  claims?: readonly Claim[];
  /** Refuses the posting as `precondition-failed` unless all of them hold when it is decided. A replay does not check them. */
  conditions?: readonly BalanceCondition[] | undefined;
}

/** A posting with known amounts: all its legs happen or none. */
export interface FixedPosting extends PostingDetails {
  legs: readonly Leg[];
  earmarks?: readonly Earmark[] | undefined;
  /** See `Resolved`. */
  unmet?: FailedPrecondition | undefined;
}

/** A posting whose amounts a rule determines. Created by `postingByRule`. */
export interface RulePosting extends PostingDetails {
  /** The name of the rule. */
  rule: string;
  asked: unknown;
}

/** Postings of one user that happen in order, all or none, in one transaction. Created by `postingOfGroup`. */
export interface GroupPosting extends PostingDetails {
  /** The name of the group rule. */
  group: string;
  /** Their references are not recorded, nor may they have claims: the group has its own. */
  operations: readonly SinglePosting[];
}

export type SinglePosting = FixedPosting | RulePosting;
export type Posting = SinglePosting | GroupPosting;

/** Describes a posting to be decided by `rule`. */
export function postingByRule<Asked>(
  { name }: Pick<Rule<Asked>, 'name' | 'routes'>,
  asked: Asked,
  details: PostingDetails,
): RulePosting {
  return { ...details, rule: name, asked };
}

/** Describes postings that happen all or none. */
export function postingOfGroup(
  { name }: Pick<GroupRule, 'name'>,
  operations: readonly SinglePosting[],
  details: PostingDetails,
): GroupPosting {
  return { ...details, group: name, operations };
}

/** The postings that are decided one by one. */
export function operationsOf(posting: Posting): readonly SinglePosting[] {
  return 'operations' in posting ? posting.operations : [posting];
}

/** The claim of a posting, for its `claims`. */
export function claimOf<Asked>({ name }: Pick<ClaimRule<Asked>, 'name' | 'reserve'>, asked: Asked): Claim {
  return { rule: name, asked };
}

export interface PostingOptions {
  /** `false`: no refusal is stored, not even a final one; the key stays free, and a retry is decided anew. */
  storeRefusal?: boolean;
  /** To be filled in with what the posting waited for. */
  times?: PostingTimes;
}

/** The caller and the key: the same key of the same client for the same user has one outcome forever. */
export interface PostingKey {
  clientId: string;
  key: string;
  /** Recorded with the transaction; not part of the key. */
  actor: Actor;
  /** 32 bytes; two requests with the same fingerprint are the same request. */
  fingerprint: Buffer;
}
