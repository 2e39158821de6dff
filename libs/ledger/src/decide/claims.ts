import type { Claiming, ClaimSession } from '../capability/claim-rule.js';
import type { Effect } from '../capability/effect.js';
import type { EarlyRung, NamedCheck } from '../capability/ladder.js';
import type { Refusal } from '../capability/refusal.js';
import type { BatchState } from './batch-state.js';
import type { Proposal } from './proposal.js';

/** A claim of a posting, with the session that decides it. */
export interface OpenClaim {
  rule: string;
  session: ClaimSession;
  claiming: Claiming<never>;
}

const none: readonly OpenClaim[] = [];

/** The claims of a posting. */
export function openClaims(
  { transactionId, shard, posting: { claims, userId } }: Proposal,
  state: BatchState,
): readonly OpenClaim[] {
  if (!claims) return none;
  // Only the rule that a claim names sees what it asks.
  return claims.map(({ rule, asked }) => ({
    rule,
    session: state.claimSession(rule),
    claiming: { shard, userId, transactionId, asked: asked as never },
  }));
}

/** Their checks, which need no other context. */
export function claimChecks(claims: readonly OpenClaim[]): NamedCheck<unknown, Refusal, EarlyRung>[] {
  return claims.flatMap(({ session, claiming }) =>
    session.checks.map((check) => ({ ...check, refusal: () => check.refusal(claiming) })),
  );
}

/** Their effects once the posting is accepted. */
export function claimEffects(claims: readonly OpenClaim[]): Effect[] {
  return claims.flatMap(({ session, claiming }) => session.effects(claiming));
}
