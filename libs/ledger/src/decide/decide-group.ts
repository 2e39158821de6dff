import type { DecidedOperation, GroupRule } from '../capability/group-rule.js';
import type { Climber } from '../capability/ladder.js';
import type { Effect } from '../capability/effect.js';
import type { Refusal } from '../capability/refusal.js';
import type { ShardHead } from '../places/shard-heads.js';
import type { BalanceCondition, FixedPosting } from '../posting.js';
import { type Acceptance, type DecidedEntry, requireOpened } from './accept.js';
import type { BatchState } from './batch-state.js';
import { claimChecks, claimEffects, type OpenClaim, openClaims } from './claims.js';
import type { Decision } from './decide.js';
import type { EarmarkMove } from './earmarks.js';
import type { GroupProposal, SingleProposal } from './proposal.js';
import { earlyChecksOf } from './resolve.js';
import { weigh, type Weighed } from './weigh.js';

const noClaims: readonly OpenClaim[] = [];
const noClaimSessions = [] as const;

/**
 * Decides the operations of a group in order, each on what the earlier ones leave, on a copy of the state. The first refusal
 * refuses the group and names its `operation`, counted from 0; the copy is dropped.
 */
export function decideGroup(proposal: GroupProposal, state: BatchState, climber: Climber): Decision {
  const claims = openClaims(proposal, state);
  const refusedClaim = climber.climb(claimChecks(claims), undefined);
  if (refusedClaim) return { accepted: false, proposal, refusal: refusedClaim };

  const trial = state.fork();
  const head = state.nextHead(proposal.shard);
  const operations: AcceptedOperation[] = [];
  const refusal = runOperations(proposal, { trial, head, climber }, operations);
  climber.enter(undefined);
  const reported = climber.failed() ?? refusal;
  if (reported) return { accepted: false, proposal, refusal: reported };

  const acceptance = mergeOperations(proposal, operations, {
    head,
    claims,
    rule: state.groupRule(proposal.posting.group),
  });
  const claimSessions = state.claimSessionsAfter(claims);

  // After this line nothing may fail.

  state.adopt(trial, claimSessions);
  return acceptance;
}

interface AcceptedOperation {
  posting: FixedPosting;
  entries: readonly DecidedEntry[];
  earmarks: readonly EarmarkMove[];
  effects: readonly Effect[];
}

/** Accepts operations one by one, up to the first refusal. The checks of later ones are skipped. */
function runOperations(
  proposal: GroupProposal,
  { trial, head, climber }: { trial: BatchState; head: ShardHead; climber: Climber },
  accepted: AcceptedOperation[],
): Refusal | undefined {
  let refusal: Refusal | undefined;
  for (const [index, posting] of proposal.posting.operations.entries()) {
    climber.enter(index);
    if (refusal) {
      climber.skip(earlyChecksOf(posting, trial));
      climber.skip(trial.lateChecks);
      continue;
    }
    const weighed = weigh(operationOf(proposal, index), { state: trial, climber, claims: noClaims });
    if ('refusal' in weighed) refusal = { ...weighed.refusal, operation: index };
    else accepted.push(applyOperation(weighed, head, trial));
  }
  return refusal;
}

function operationOf(proposal: GroupProposal, index: number): SingleProposal {
  const { transactionId, shard, posting, operationRoutes } = proposal;
  const operation = posting.operations[index];
  const routes = operationRoutes[index];
  if (!operation || !routes) throw new Error(`Operation ${index} of ${transactionId} has no routes`);
  const conditions = conditionsBefore(proposal, index);
  return {
    transactionId,
    shard,
    posting: conditions.length === 0 ? operation : { ...operation, conditions },
    routes,
  };
}

/** A condition of the group concerns the balance before it: the first operation that moves the asset checks it. */
function conditionsBefore({ posting, operationRoutes }: GroupProposal, index: number): BalanceCondition[] {
  return (posting.conditions ?? []).filter(
    ({ asset }) =>
      operationRoutes.findIndex((routes) => routes.some((route) => route.asset === asset)) === index,
  );
}

function applyOperation(
  { resolved, movement }: Weighed,
  head: ShardHead,
  trial: BatchState,
): AcceptedOperation {
  const { proposal, effects, session } = resolved;
  const { posting, transactionId } = proposal;
  requireOpened(movement, proposal, trial);
  const accountSessions = trial.accountSessionsAfter(movement, transactionId, effects);
  const entries = trial.apply({ head, movement, accountSessions, session, claimSessions: noClaimSessions });
  return { posting, entries, earmarks: movement.earmarks, effects };
}

/** One transaction with the legs of all operations, numbered through. */
function mergeOperations(
  { transactionId, shard, posting }: GroupProposal,
  accepted: readonly AcceptedOperation[],
  { head, claims, rule }: { head: ShardHead; claims: readonly OpenClaim[]; rule: GroupRule },
): Acceptance {
  const decided: DecidedOperation[] = [];
  const entries: DecidedEntry[] = [];
  let firstLeg = 0;
  for (const { posting: operation, entries: ofOperation } of accepted) {
    decided.push({ ...operation, firstLeg });
    for (const entry of ofOperation) entries.push({ ...entry, leg: firstLeg + entry.leg });
    firstLeg += operation.legs.length;
  }
  const { type, userId, reference, description, metadata } = posting;
  const legs = decided.flatMap((operation) => operation.legs);
  const fixed: FixedPosting = { type, userId, reference, description, metadata, legs };
  const effects = [
    ...accepted.flatMap((operation) => operation.effects),
    ...rule.record(decided),
    ...claimEffects(claims),
  ];
  return {
    accepted: true,
    proposal: { transactionId, shard, posting: fixed },
    place: head.last,
    createdAt: head.lastAt,
    entries,
    earmarks: accepted.flatMap((operation) => operation.earmarks),
    effects,
  };
}
