import type { FixedPosting, Posting, Route } from '../posting.js';

/** A posting with its shard and the id that its transaction will have. */
export interface Proposal<P extends Posting = Posting> {
  transactionId: string;
  shard: number;
  posting: P;
  /** What is locked for it. */
  routes: readonly Route[];
}

/** A proposal whose every amount is known. */
export type FixedProposal = Omit<Proposal<FixedPosting>, 'routes'>;
