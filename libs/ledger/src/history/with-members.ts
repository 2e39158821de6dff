import { hasEffect, type ShownEffectKind } from '../capability/effect.js';
import type { RecordedTransaction } from '../outcome.js';
import type { Part, ReadTransaction } from './read-transactions.js';

/**
 * Adds the members that the effects of transactions show in their answers: one query per kind among them and placement group,
 * none if they have no such effects.
 */
export async function withMembers(
  transactions: readonly ReadTransaction[],
  parts: readonly Part[],
  kinds: readonly ShownEffectKind[],
): Promise<RecordedTransaction[]> {
  const whole = new Map<string, RecordedTransaction>(
    transactions.map(({ effectsDigest: _digest, ...transaction }) => [transaction.id, transaction]),
  );
  for (const kind of kinds) {
    const ids = transactions.flatMap(({ id, effectsDigest }) =>
      effectsDigest && hasEffect(effectsDigest, kind.name) ? [id] : [],
    );
    if (ids.length === 0) continue;
    const read = await Promise.all(
      parts.map(({ database, shards }) => kind.shownAs.read(database, shards, ids)),
    );
    for (const [id, effects] of byTransaction(read.flat())) {
      const transaction = whole.get(id);
      if (transaction) whole.set(id, addMembers(transaction, kind, effects));
    }
  }
  return [...whole.values()];
}

function byTransaction(
  effects: readonly { transactionId: string; data: unknown }[],
): ReadonlyMap<string, readonly unknown[]> {
  const grouped = new Map<string, unknown[]>();
  for (const { transactionId, data } of effects) {
    const others = grouped.get(transactionId);
    if (others) others.push(data);
    else grouped.set(transactionId, [data]);
  }
  return grouped;
}

/** Adds the members of one kind of effects. */
export function addMembers(
  transaction: RecordedTransaction,
  { shownAs }: ShownEffectKind,
  effects: readonly unknown[],
): RecordedTransaction {
  const members = shownAs.members(effects as readonly never[], transaction);
  return { ...transaction, members: { ...transaction.members, ...members } };
}
