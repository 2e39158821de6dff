import type { FixedPosting, Posting } from '../posting.js';

/** A posting with the place and the identity that its transaction will have. */
export interface Proposal<P extends Posting = Posting> {
  transactionId: string;
  shard: number;
  posting: P;
}

/** A proposal whose every amount is known. */
export type FixedProposal = Proposal<FixedPosting>;
