import type { Owner } from '@app/accounts';
import type { Terms } from '@app/catalog';
import type { Actor } from './actor.js';
import type { TransactionType } from './transaction-type.js';

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

interface PostingDetails {
  /** Names the reason. */
  type: TransactionType;
  userId: string;
  reference: string | null;
  description: string | null;
  metadata: Record<string, unknown>;
}

/** A posting whose amounts are known: one or more legs that happen together or not at all. */
export interface FixedPosting extends PostingDetails {
  legs: readonly [Leg, ...Leg[]];
}

/**
 * A posting whose amounts the catalogue tells, one for each route, at the moment in which it is decided. The routes
 * are what is locked before; there are none where the caller found nothing of the name that the terms mention, and
 * then the ledger refuses it. The terms add a member to the metadata, and a description where there is none.
 */
export interface PostingOnTerms extends PostingDetails {
  routes: readonly Route[];
  terms: Terms;
}

/** What is asked for. */
export type Posting = FixedPosting | PostingOnTerms;

export function routesOf(posting: Posting): readonly Route[] {
  return 'legs' in posting ? posting.legs : posting.routes;
}

export interface PostingOptions {
  /**
   * `false`: no refusal is stored, not even a final one; the key stays free, and a retry is decided anew. See `isFinalRefusal`.
   */
  storeRefusal?: boolean;
}

/** Who asks, and under which key: the same key of the same client for the same user has one outcome for ever. */
export interface PostingKey {
  clientId: string;
  key: string;
  /** Recorded with the transaction. It is not part of the key. */
  actor: Actor;
  /** 32 bytes; two requests with the same fingerprint are the same request. */
  fingerprint: Buffer;
}
