import { addressKey, maxAmount, userOwner } from '@app/accounts';
import type { Effect } from '../capability/effect.js';
import { type Climber, inLadderOrder, type NamedCheck } from '../capability/ladder.js';
import type { Refusal } from '../capability/refusal.js';
import type {
  AskedOf,
  Examined,
  LockedWallet,
  Resolved as ResolvedByRule,
  Session,
} from '../capability/rule.js';
import type { Leg, RulePosting, SinglePosting } from '../posting.js';
import type { BatchState } from './batch-state.js';
import { claimChecks, type OpenClaim } from './claims.js';
import { earlyLedgerChecks, type Routed } from './ledger-checks.js';
import type { FixedProposal, SingleProposal } from './proposal.js';

/** A resolved proposal and its rule's next session. */
export interface Resolved {
  proposal: FixedProposal;
  effects: readonly Effect[];
  session: { rule: string; next: Session } | undefined;
}

/** What the checks of the early rungs need besides what is proposed. */
export interface Climb {
  state: BatchState;
  climber: Climber;
  claims: readonly OpenClaim[];
}

const noEffects: readonly Effect[] = [];

/** Resolves the amounts of a proposal after checking the early rungs of the ladder. Changes nothing. */
export function resolve(proposal: SingleProposal, climb: Climb): Resolved | { refusal: Refusal } {
  const { transactionId, shard, posting } = proposal;
  const routed = routedOf(proposal, climb);
  if ('rule' in posting) return resolveByRule(proposal, posting, climb, routed);
  const { climber, claims } = climb;
  const checks =
    claims.length === 0 ? earlyLedgerChecks : inLadderOrder([...earlyLedgerChecks, ...claimChecks(claims)]);
  const refusal = climber.climb(checks, routed);
  return refusal
    ? { refusal }
    : { proposal: { transactionId, shard, posting }, effects: noEffects, session: undefined };
}

/** The early checks of a posting that is not reached. */
export function earlyChecksOf(posting: SinglePosting, state: BatchState): readonly NamedCheck<never>[] {
  if (!('rule' in posting)) return earlyLedgerChecks;
  return inLadderOrder([...earlyLedgerChecks, ...state.session(posting.rule).checks] as NamedCheck<never>[]);
}

function routedOf({ shard, routes, posting }: SingleProposal, { state }: Climb): Routed {
  return {
    shard,
    routes,
    accounts: state.accounts,
    isPaidFor: posting.isPaidFor ?? false,
    isSettlement: posting.isSettlement ?? false,
  };
}

function resolveByRule(
  { transactionId, shard, routes }: SingleProposal,
  posting: RulePosting,
  { state, climber, claims }: Climb,
  routed: Routed,
): Resolved | { refusal: Refusal } {
  const { rule, asked, ...details } = posting;
  const session = state.session(rule);
  // The registry holds rules of every type: only the rule that a posting names sees its request.
  const asking = { shard, userId: posting.userId, transactionId, asked, routes } as AskedOf<never>;
  const wallet = walletOf(asking, state);
  const checks: NamedCheck<Routed & Examined<never>>[] = [
    ...earlyLedgerChecks,
    ...session.checks,
    ...claimChecks(claims),
  ];
  const refusal = climber.climb(inLadderOrder(checks), { ...routed, ...asking, wallet });
  if (refusal) return { refusal };

  const resolved = session.resolve(asking, wallet);
  return {
    proposal: {
      transactionId,
      shard,
      posting: {
        ...details,
        legs: checked(resolved, rule),
        earmarks: resolved.earmarks,
        description: details.description ?? resolved.description ?? null,
        metadata: { ...details.metadata, ...resolved.metadata },
        unmet: resolved.unmet,
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
    session: (type) => {
      const found = state.accountSessions.find((session) => session instanceof type);
      if (!found) throw new Error(`No account rule has a ${type.name}`);
      return found as InstanceType<typeof type>;
    },
  };
}

/** Resolving to nothing or to an invalid amount is a defect of the rule. */
function checked({ legs, effects = noEffects }: ResolvedByRule, rule: string): readonly Leg[] {
  if (legs.length === 0 && effects.length === 0) throw new Error(`The rule ${rule} resolved to nothing`);
  for (const { amount } of legs) {
    if (!Number.isSafeInteger(amount) || amount < 1 || amount > maxAmount) {
      throw new Error(`The rule ${rule} resolved to the amount ${amount}, which is out of range`);
    }
  }
  return legs;
}
