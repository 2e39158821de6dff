import type { CapabilityRegistry } from '../capability/capability-registry.js';
import type { Claim, Claiming } from '../capability/claim-rule.js';
import type { DataSource } from 'typeorm';
import type { Decision } from '../decide/decide.js';
import type { BatchTransaction } from './batch-transaction.js';
import { type Asker, runFacts } from './asker.js';
import type { JournalRequest } from './request.js';

/** The claims of requests, by rule. */
export function claimingByRule(requests: readonly Asker[]): Map<string, Claiming<never>[]> {
  const byRule = new Map<string, Claiming<never>[]>();
  for (const { claim, posting } of requests) {
    for (const { rule, asked } of posting.claims ?? []) {
      const { shard, userId, transactionId } = claim;
      const others = byRule.get(rule);
      const one = { shard, userId, transactionId, asked: asked as never };
      if (others) others.push(one);
      else byRule.set(rule, [one]);
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
  for (const [rule, claiming] of claimingByRule(requests)) {
    const statement = capabilities.claimRule(rule).reserve(claiming, { alone: false });
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
  { shard, userId, transactionId }: Asker['claim'],
  capabilities: CapabilityRegistry,
): Promise<void> {
  for (const { rule, asked } of claims) {
    const claiming = [{ shard, userId, transactionId, asked: asked as never }];
    const { sql, parameters } = capabilities.claimRule(rule).reserve(claiming, { alone: true });
    await coordinator.query(sql, [...parameters]);
  }
}
