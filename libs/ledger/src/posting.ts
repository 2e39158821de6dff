import type { Owner } from '@app/accounts';

/** One movement of an asset. One side is the user of the posting, the other a system account. */
export interface Leg {
  source: Owner;
  destination: Owner;
  asset: string;
  /** Whole minor units, from 1 to 2^53 − 1. */
  amount: number;
}

/** What is asked for: one or more legs that happen together or not at all. */
export interface Posting {
  /** Names the reason: `topup`, `bonus`, `spend`. */
  type: string;
  userId: string;
  legs: readonly [Leg, ...Leg[]];
  reference: string | null;
  description: string | null;
  metadata: Record<string, unknown>;
}

/** Who asks, and under which key: the same key of the same client for the same user has one outcome for ever. */
export interface PostingKey {
  clientId: string;
  key: string;
  /** 32 bytes; two requests with the same fingerprint are the same request. */
  fingerprint: Buffer;
}
