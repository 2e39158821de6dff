import type { Refusal } from '../capability/refusal.js';
import { type Move, movesOf } from './moves.js';
import type { SingleProposal } from './proposal.js';
import { type Climb, resolve, type Resolved } from './resolve.js';

/** A posting that passed every check, and what it moves. */
export interface Weighed {
  resolved: Resolved;
  moves: readonly Move[];
}

/** Climbs the ladder: the early rungs, the amounts, the late rungs. Changes nothing. */
export function weigh(proposal: SingleProposal, climb: Climb): Weighed | { refusal: Refusal } {
  const { state, climber } = climb;
  const resolved = resolve(proposal, climb);
  if ('refusal' in resolved) {
    climber.skip(state.lateChecks);
    return resolved;
  }
  const moves = movesOf(resolved.proposal, state.accounts);
  const movement = { posting: resolved.proposal.posting, moves };
  const refusal = climber.climb(state.lateChecks, movement) ?? climber.failed();
  return refusal ? { refusal } : { resolved, moves };
}
