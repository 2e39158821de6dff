import type { OperationLog } from './operation-log.js';

/** A hold by the acknowledged answers alone. */
export interface ModelHold {
  account: string;
  amount: number;
  captured: number;
  /** What closed it, except a lapse. */
  closedAs: 'captured' | 'voided' | null;
}

/** What the acknowledged answers say about holds, reversals and debts. */
export interface ReservedModel {
  holds: Map<string, ModelHold>;
  /** By original: its amount and what was asked back. */
  originals: Map<string, { amount: number; asked: number; count: number }>;
  /** By account: what reversals said was owed. */
  incurred: Map<string, number>;
}

/** The order of the answers does not matter: only sums are made, and a hold is closed by one of them. */
export function modelOf(log: OperationLog): ReservedModel {
  const model: ReservedModel = { holds: new Map(), originals: new Map(), incurred: new Map() };
  const acknowledged = [...log.keys.values()].flatMap((key) =>
    key.requests.flatMap((operation) => {
      const answer = key.decisionsOn(operation).find(({ kind }) => kind === 'ok');
      return answer ? [{ operation, json: answer.json }] : [];
    }),
  );
  for (const { operation, json } of acknowledged) {
    const { flow, userId, asset, amount } = operation;
    if (flow === 'authorise') {
      model.holds.set(json.id, { account: `${userId}/${asset}`, amount, captured: 0, closedAs: null });
    }
    if (flow === 'topup' || flow === 'spend') model.originals.set(json.id, { amount, asked: 0, count: 0 });
  }
  for (const { operation, json } of acknowledged) {
    const { flow, userId, asset, amount, target = '', final } = operation;
    const hold = model.holds.get(target);
    if (hold && flow === 'capture') {
      hold.captured += amount;
      if (final || hold.captured === hold.amount) hold.closedAs = 'captured';
    }
    if (hold && flow === 'void') hold.closedAs = 'voided';
    const original = model.originals.get(target);
    if (original && flow === 'reverse') {
      original.asked += amount;
      original.count++;
      const account = `${userId}/${asset}`;
      model.incurred.set(account, (model.incurred.get(account) ?? 0) + Number(json.owed));
    }
  }
  return model;
}
