import { addressKey } from '@app/accounts';
import type { Movement } from '../capability/account-rule.js';
import type { ClaimSession } from '../capability/claim-rule.js';
import type { Effect } from '../capability/effect.js';
import type { BatchState } from './batch-state.js';
import { claimEffects, type OpenClaim } from './claims.js';
import type { EarmarkMove } from './earmarks.js';
import type { Move } from './moves.js';
import type { FixedProposal } from './proposal.js';
import type { Resolved } from './resolve.js';

/** An entry to write: a move with its time. */
export interface DecidedEntry extends Move {
  createdAt: Date;
}

/** An accepted transaction. */
export interface Acceptance {
  accepted: true;
  proposal: FixedProposal;
  place: number;
  createdAt: Date;
  entries: DecidedEntry[];
  earmarks: readonly EarmarkMove[];
  effects: readonly Effect[];
}

const noClaims: readonly OpenClaim[] = [];
const noClaimSessions: readonly (readonly [string, ClaimSession])[] = [];

/** Applies a transaction that passed every check. */
export function accept(
  { proposal, effects, session }: Resolved,
  movement: Movement,
  state: BatchState,
  claims: readonly OpenClaim[] = noClaims,
): Acceptance {
  requireOpened(movement, proposal, state);
  const head = state.nextHead(proposal.shard);
  const accountSessions = state.accountSessionsAfter(movement, proposal.transactionId, effects);
  const claimSessions = claims.length === 0 ? noClaimSessions : state.claimSessionsAfter(claims);
  const allEffects = claims.length === 0 ? effects : [...effects, ...claimEffects(claims)];

  // After this line nothing may fail.

  const entries = state.apply({ head, movement, accountSessions, session, claimSessions });
  return {
    accepted: true,
    proposal,
    place: head.last,
    createdAt: head.lastAt,
    entries,
    earmarks: movement.earmarks,
    effects: allEffects,
  };
}

/** Throws if a posting credits or earmarks an account that was not opened, which is a defect. */
export function requireOpened(
  { moves, earmarks }: Movement,
  { transactionId, posting }: FixedProposal,
  state: BatchState,
): void {
  if (moves.some(isMissing) || earmarks.some(isMissing)) {
    throw new Error(`${posting.type} ${transactionId} credits an account that was not opened`);
  }

  function isMissing({ account }: { account: Move['account'] }): boolean {
    return !state.accounts.has(addressKey(account));
  }
}
