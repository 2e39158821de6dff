import type { Posting } from '../posting.js';

/** A posting with the place and the identity that its transaction will have. */
export interface Proposal {
  transactionId: string;
  shard: number;
  posting: Posting;
}
