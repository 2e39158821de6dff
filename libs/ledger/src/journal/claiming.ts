import type { CapabilityRegistry } from '../capability/capability-registry.js';
import type { Claim, Claiming, Reserving } from '../capability/claim-rule.js';
import type { DataSource } from 'typeorm';
import type { Decision } from '../decide/decide.js';
import type { BatchTransaction } from './batch-transaction.js';
import { type Asker, runFacts } from './asker.js';
import type { JournalRequest } from './request.js';

/** The claims of requests, by rule. */
export function claimingByRule(requests: readonly Asker[]): Map<string, Claiming<never>[]> {
  return groupedByRule(requests, ({ shard, userId, transactionId }, { asked }) => {
    return { shard, userId, transactionId, asked: asked as never };
  });
}

/** The same with the keys of the requests. */
function reservingByRule(requests: readonly JournalRequest[]): Map<string, Reserving<never>[]> {
  return groupedByRule(requests, reserving);
}

function reserving(
  { shard, userId, transactionId, clientId, key }: JournalRequest['claim'],
  { asked }: Claim,
): Reserving<never> {
  return { shard, userId, transactionId, clientId, key, asked: asked as never };
}

function groupedByRule<A extends Asker, C>(
  requests: readonly A[],
  describe: (of: A['claim'], claim: Claim) => C,
): Map<string, C[]> {
  const byRule = new Map<string, C[]>();
  for (const { claim: of, posting } of requests) {
    for (const claim of posting.claims ?? []) {
      const others = byRule.get(claim.rule);
      const one = describe(of, claim);
      if (others) others.push(one);
      else byRule.set(claim.rule, [one]);
    }
  }
  return byRule;
}

/** Sends the reservations of what the requests claim, right behind their keys. */
export async function reserveClaims(
  { queryRunner, pipeline }: BatchTransaction,
  requests: readonly JournalRequest[],
  capabilities: CapabilityRegistry,
): Promise<void> {
  for (const [rule, wanted] of reservingByRule(requests)) {
    const statement = capabilities.claimRule(rule).reserve(wanted, { alone: false });
    // mutant: reservation
    await pipeline.push(() => runFacts(queryRunner, statement));
  }
}

/** Sends what the claim rules still have to write once the batch is decided. */
export async function settleClaims(
  { queryRunner, pipeline }: BatchTransaction,
  decided: readonly (readonly [JournalRequest, Decision])[],
  capabilities: CapabilityRegistry,
): Promise<void> {
  const byRule = claimingByRule(decided.map(([request]) => request));
  if (byRule.size === 0) return;
  const accepted = new Set(
    decided.flatMap(([{ claim }, decision]) => (decision.accepted ? [claim.transactionId] : [])),
  );
  for (const [rule, claiming] of byRule) {
    const statement = capabilities.claimRule(rule).settle(claiming, (id) => accepted.has(id));
    if (statement) await pipeline.push(() => runFacts(queryRunner, statement));
  }
}

/**
 * Reserves what a posting claims in a transaction before its batch. On a distributed engine the thing and the user can be on
 * different nodes, and a batch stays on one. The first user has it for good: the reservation survives a refusal.
 */
export async function reserveAlone(
  coordinator: DataSource,
  claims: readonly Claim[],
  of: JournalRequest['claim'],
  capabilities: CapabilityRegistry,
): Promise<void> {
  for (const claim of claims) {
    const rule = capabilities.claimRule(claim.rule);
    const { sql, parameters } = rule.reserve([reserving(of, claim)], { alone: true });
    await coordinator.query(sql, [...parameters]);
  }
}
