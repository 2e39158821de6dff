import type { FixedPosting, Posting, Route } from '../posting.js';

/** A posting with its shard and the id of its future transaction. */
export interface Proposal<P extends Posting = Posting> {
  transactionId: string;
  shard: number;
  posting: P;
  /** The routes whose accounts are locked. */
  routes: readonly Route[];
}

/** A proposal with known amounts. */
export type FixedProposal = Omit<Proposal<FixedPosting>, 'routes'>;
