import { addressKey, maxAmount, userOwner } from '@app/accounts';
import type { Effect } from '../capability/effect.js';
import { firstRefusal, inLadderOrder, type NamedCheck } from '../capability/ladder.js';
import type { Refusal } from '../capability/refusal.js';
import type { AskedOf, LockedWallet, Resolved, Session } from '../capability/rule.js';
import type { Leg, RulePosting } from '../posting.js';
import type { BatchState } from './batch-state.js';
import { earlyLedgerChecks, type Routed } from './ledger-checks.js';
import type { FixedProposal, Proposal } from './proposal.js';

/** A resolved proposal and its rule's next session, or the refusal. */
export type Resolution =
  | { proposal: FixedProposal; effects: readonly Effect[]; session?: { rule: string; next: Session } }
  | { refusal: Refusal };

const noEffects: readonly Effect[] = [];

/** Resolves the amounts of a proposal after checking the early rungs of the ladder. Changes nothing. */
export function resolve(proposal: Proposal, state: BatchState): Resolution {
  const { transactionId, shard, posting, routes } = proposal;
  const routed = { shard, routes, accounts: state.accounts };
  if ('rule' in posting) return resolveByRule(proposal, posting, state, routed);
  const refusal = firstRefusal(earlyLedgerChecks, routed);
  return refusal ? { refusal } : { proposal: { transactionId, shard, posting }, effects: noEffects };
}

function resolveByRule(
  { transactionId, shard, routes }: Proposal,
  posting: RulePosting,
  state: BatchState,
  routed: Routed,
): Resolution {
  const { rule, asked, ...details } = posting;
  const session = state.session(rule);
  // The registry holds rules of every type: only the rule that a posting names sees its request.
  const asking = { shard, userId: posting.userId, asked, routes } as AskedOf<never>;
  const checks: NamedCheck<Routed & AskedOf<never>>[] = [...earlyLedgerChecks, ...session.checks];
  const refusal = firstRefusal(inLadderOrder(checks), { ...routed, ...asking });
  if (refusal) return { refusal };

  const resolved = session.resolve(asking, walletOf(asking, state));
  return {
    proposal: {
      transactionId,
      shard,
      posting: {
        ...details,
        legs: checked(resolved, rule),
        description: details.description ?? resolved.description ?? null,
        metadata: { ...details.metadata, ...resolved.metadata },
      },
    },
    effects: resolved.effects ?? noEffects,
    session: { rule, next: session.accept(asking, resolved) },
  };
}

function walletOf({ shard, userId }: { shard: number; userId: string }, state: BatchState): LockedWallet {
  return {
    at: state.nextHead(shard).lastAt,
    account: (asset) => state.accounts.get(addressKey({ shard, owner: userOwner(userId), asset })),
  };
}

/** Resolving to nothing or to an invalid amount is a defect of the rule. */
function checked({ legs, effects = noEffects }: Resolved, rule: string): readonly Leg[] {
  if (legs.length === 0 && effects.length === 0) throw new Error(`The rule ${rule} resolved to nothing`);
  for (const { amount } of legs) {
    if (!Number.isSafeInteger(amount) || amount < 1 || amount > maxAmount) {
      throw new Error(`The rule ${rule} resolved to the amount ${amount}, which is out of range`);
    }
  }
  return legs;
}
