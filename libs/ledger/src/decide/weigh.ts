import type { Refusal } from '../capability/refusal.js';
import type { Movement } from '../capability/account-rule.js';
import { earmarksOf } from './earmarks.js';
import { movesOf } from './moves.js';
import type { FixedProposal, SingleProposal } from './proposal.js';
import type { BatchState } from './batch-state.js';
import { type Climb, resolve, type Resolved } from './resolve.js';

/** A posting that passed every check, and what it moves. */
export interface Weighed {
  resolved: Resolved;
  movement: Movement;
}

/** Climbs the ladder: the early rungs, the amounts, the late rungs. Changes nothing. */
export function weigh(proposal: SingleProposal, climb: Climb): Weighed | { refusal: Refusal } {
  const { state, climber } = climb;
  const resolved = resolve(proposal, climb);
  if ('refusal' in resolved) {
    climber.skip(state.lateChecks);
    return resolved;
  }
  const movement = movementOf(resolved.proposal, state);
  const refusal = climber.climb(state.lateChecks, movement) ?? climber.failed();
  return refusal ? { refusal } : { resolved, movement };
}

/** What a posting does to the accounts. */
export function movementOf(proposal: FixedProposal, { accounts }: BatchState): Movement {
  return {
    posting: proposal.posting,
    moves: movesOf(proposal, accounts),
    earmarks: earmarksOf(proposal, accounts),
  };
}
