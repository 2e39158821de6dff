import type { Owner } from '@app/accounts';
import type { Actor } from './actor.js';
import type { Rule } from './capability/rule.js';

/** From where to where an asset moves. One side is the user of the posting, the other a system account. */
export interface Route {
  source: Owner;
  destination: Owner;
  asset: string;
}

/** One movement of an asset. */
export interface Leg extends Route {
  /** Whole minor units, from 1 to 2^53 − 1. */
  amount: number;
}

/** What a caller says about a posting, whatever decides its amounts. */
export interface PostingDetails {
  /** Names the reason: a registered transaction type. */
  type: string;
  userId: string;
  reference: string | null;
  description: string | null;
  metadata: Record<string, unknown>;
  /** Whose will a debit is. A freeze refuses debits of the owner, not those of the house. The owner's if missing. */
  initiator?: 'owner' | 'house';
}

/** A posting whose amounts are known: legs that happen together or not at all. */
export interface FixedPosting extends PostingDetails {
  legs: readonly Leg[];
}

/** A posting whose amounts a rule decides. Made by `postingByRule`. */
export interface RulePosting extends PostingDetails {
  /** The name of the rule. */
  rule: string;
  asked: unknown;
}

/** What is asked for. */
export type Posting = FixedPosting | RulePosting;

/** Describes a posting that `rule` decides. */
export function postingByRule<Asked>(
  { name }: Pick<Rule<Asked>, 'name' | 'routes'>,
  asked: Asked,
  details: PostingDetails,
): RulePosting {
  return { ...details, rule: name, asked };
}

export interface PostingOptions {
  /**
   * `false`: no refusal is stored, not even a final one; the key stays free, and a retry is decided anew.
   */
  storeRefusal?: boolean;
}

/** Who asks, and under which key: the same key of the same client for the same user has one outcome forever. */
export interface PostingKey {
  clientId: string;
  key: string;
  /** Recorded with the transaction. It is not part of the key. */
  actor: Actor;
  /** 32 bytes; two requests with the same fingerprint are the same request. */
  fingerprint: Buffer;
}
