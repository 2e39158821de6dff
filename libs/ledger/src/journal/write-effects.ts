import type { CapabilityRegistry } from '../capability/capability-registry.js';
import type { PlacedEffect } from '../capability/effect.js';
import { acceptedBy, type Decision } from '../decide/decide.js';
import type { BatchTransaction } from './batch-transaction.js';

/** Writes the effects of a batch, one or two statements per kind, after their transactions. */
export async function writeEffects(
  { queryRunner, pipeline }: BatchTransaction,
  decisions: readonly Decision[],
  capabilities: CapabilityRegistry,
): Promise<void> {
  for (const [name, effects] of effectsByKind(decisions)) {
    const kind = capabilities.effectKind(name);
    const { update } = kind;
    if (update) await pipeline.push(() => update(queryRunner, effects));
    await pipeline.push(() => kind.write(queryRunner, effects));
  }
}

/** Only the kind that an effect names sees its data. */
function effectsByKind(decisions: readonly Decision[]): Map<string, PlacedEffect<never>[]> {
  const byKind = new Map<string, PlacedEffect<never>[]>();
  for (const { proposal, place, createdAt, effects } of decisions.flatMap(acceptedBy)) {
    const { transactionId, shard, posting } = proposal;
    for (const { kind, data } of effects) {
      const others = byKind.get(kind);
      const placed = { shard, place, transactionId, userId: posting.userId, createdAt, data: data as never };
      if (others) others.push(placed);
      else byKind.set(kind, [placed]);
    }
  }
  return byKind;
}
