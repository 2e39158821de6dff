import { isDeepStrictEqual } from 'node:util';
import type { Outcome } from '@app/ledger';
import type pg from 'pg';
import { balanceIn, type EffectsBatch, figuresOfEffects } from './effects-batch.js';

interface Effect {
  key: string;
  id: string;
  type: string;
  /** Of its last entry on the user's account. */
  balance: string | null;
  kind: string | null;
  captured: string | null;
  released: string | null;
  held: string | null;
}

const types: Readonly<Record<string, string>> = { payment: 'topup' };

/** Compares the effects of a batch with every effect to the answers to its callers. Returns the differences. */
export async function judgeEffects(
  owner: pg.Client,
  { name: batch, requests, ids, users }: EffectsBatch,
  outcomes: readonly Outcome[],
): Promise<string[]> {
  const wrong: string[] = [];
  const { rows } = await owner.query<Effect>(
    `SELECT t.idempotency_key AS key, t.id, t.type, latest.balance_after AS balance, h.kind, h.captured, h.released,
            h.held_after AS held
     FROM transactions t
     LEFT JOIN hold_events h ON h.shard = t.shard AND h.transaction_id = t.id
     LEFT JOIN LATERAL (
       SELECT e.balance_after FROM entries e JOIN accounts a ON a.shard = e.shard AND a.id = e.account_id
       WHERE e.shard = t.shard AND e.place = t.place AND a.owner_kind = 'user' ORDER BY e.version DESC LIMIT 1
     ) AS latest ON true
     WHERE t.user_id = ANY ($1) AND t.idempotency_key = ANY ($2)`,
    [Object.values(users), requests.map(({ key }) => key.key)],
  );
  for (const [index, { name, key }] of requests.entries()) {
    const outcome = outcomes[index];
    const effects = rows.filter((row) => row.key === key.key);
    if (name === 'refused') {
      if (effects.length > 0 || !outcome || !('refusal' in outcome)) wrong.push(`${key.key} was not refused`);
      continue;
    }
    const told = outcome && 'transaction' in outcome ? outcome.transaction : undefined;
    const [effect] = effects;
    if (!told) wrong.push(`${key.key} was refused: ${JSON.stringify(outcome)}`);
    else if (!effect || effects.length !== 1) wrong.push(`${key.key} has ${effects.length} effects`);
    else {
      const isRight =
        effect.id === told.id &&
        effect.type === (types[name] ?? name) &&
        (name === 'operations' || effect.balance === (balanceIn(told)?.toString() ?? null)) &&
        (effect.held === null || Number(effect.held) === told.members['held']);
      if (!isRight)
        wrong.push(`${key.key} was told ${JSON.stringify(told.members)}, and is ${JSON.stringify(effect)}`);
    }
  }
  if (!isDeepStrictEqual({ ...outcomes[0], replayed: false }, { ...outcomes[1], replayed: false })) {
    wrong.push(`the copies of the capture of ${batch} were answered in different ways`);
  }
  return [...wrong, ...(await effectsWithoutKey(owner, { name: batch, ids }))];
}

/** What the tables must say of the batch, whichever of its messages met a fault. */
async function effectsWithoutKey(
  owner: pg.Client,
  { name, ids }: Pick<EffectsBatch, 'name' | 'ids'>,
): Promise<string[]> {
  const { captured, voided, lapsed, reversed, forgiven, repaid } = figuresOfEffects;
  const { rows } = await owner.query<{ events: string }>(
    `SELECT string_agg(event, ' ' ORDER BY at, number) AS events FROM (
       SELECT 1 AS at, h.number::bigint, h.kind || ' ' || h.captured || ' ' || h.released AS event
       FROM hold_events h WHERE h.hold_id = $1 AND h.number > 1
       UNION ALL
       SELECT 2, h.number, h.kind || ' ' || h.captured || ' ' || h.released FROM hold_events h
       WHERE h.hold_id = $2 AND h.number > 1
       UNION ALL
       SELECT 3, h.number, h.kind || ' ' || h.captured || ' ' || h.released FROM hold_events h
       WHERE h.hold_id = $3 AND h.number > 1
       UNION ALL
       SELECT 4, r.number, 'reversal ' || r.asked || ' ' || r.owed FROM reversals r WHERE r.original_id = $4
       UNION ALL
       SELECT 5, d.number, d.kind || ' ' || d.amount FROM debt_events d
       JOIN reversals r ON r.shard = d.shard AND r.transaction_id = d.reversal_id WHERE r.original_id = $4
     ) AS events`,
    [ids.captured, ids.voided, ids.lapsed, ids.original],
  );
  const expected = [
    `capture ${captured} 0 void 0 ${voided} lapse 0 ${lapsed}`,
    `reversal ${reversed} ${reversed} incur ${reversed} forgive ${forgiven} repay ${repaid}`,
  ].join(' ');
  const events = rows[0]?.events;
  return events === expected ? [] : [`${name} has the effects ${events}, not ${expected}`];
}
