import type { FixedPosting, GroupPosting, Route, SinglePosting } from '../posting.js';

interface Proposed<P> {
  transactionId: string;
  shard: number;
  posting: P;
}

/** A posting with its shard and the id of its future transaction. */
export interface SingleProposal extends Proposed<SinglePosting> {
  /** The routes whose accounts are locked. */
  routes: readonly Route[];
}

export interface GroupProposal extends Proposed<GroupPosting> {
  routes: readonly Route[];
  /** The routes of each operation. */
  operationRoutes: readonly (readonly Route[])[];
}

export type Proposal = SingleProposal | GroupProposal;

/** A proposal with known amounts. */
export type FixedProposal = Proposed<FixedPosting>;

export function isGroup(proposal: Proposal): proposal is GroupProposal {
  return 'operations' in proposal.posting;
}
