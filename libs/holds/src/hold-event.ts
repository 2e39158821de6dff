import { canonicalJson } from '@app/idempotency';
import type { Effect } from '@app/ledger';
import { type Hold, remainingOf } from './hold.js';

/** What a transaction did to a hold, and the hold and its account as of then. */
export interface HoldEvent {
  /** Numbers the events of one hold from 1, without a gap. */
  number: number;
  /** Also the type of the transaction. */
  kind: 'hold' | 'capture' | 'void' | 'lapse';
  /** What was captured and released by it. */
  captured: number;
  released: number;
  /** The hold after it. */
  hold: Hold;
  at: Date;
  /** The account after it. */
  balance: number;
  held: number;
  owed: number;
}

export const effectName = 'hold';

/** The effect that records an event with its transaction. */
export function holdEffect(data: HoldEvent): Effect<HoldEvent> {
  return { kind: effectName, data };
}

/** The hashed members of an event, in the order in which `hold-invariants.ts` repeats them. */
export function hashedTexts({ number, kind, captured, released, hold, at, ...account }: HoldEvent): string[] {
  const figures = [
    ...[captured, released, hold.captured, hold.released, hold.amount],
    ...[account.balance, account.held, account.owed],
    ...[at.getTime(), hold.expiresAt.getTime()],
  ];
  return [hold.id, String(number), kind, ...figures.map(String)];
}

/** The hold in the answer of its transaction. The order and spelling of the members are fixed. */
export function shownHold(hold: Hold): Record<string, unknown> {
  return {
    id: hold.id,
    userId: hold.userId,
    asset: hold.asset,
    amount: hold.amount,
    captured: hold.captured,
    released: hold.released,
    remaining: remainingOf(hold),
    status: hold.status,
    expiresAt: hold.expiresAt.toISOString(),
    createdAt: hold.createdAt.toISOString(),
    closedAt: hold.closedAt?.toISOString() ?? null,
    reference: hold.reference,
    description: hold.description,
    // In stored order, as a replay reads it.
    metadata: JSON.parse(canonicalJson(hold.metadata)) as unknown,
  };
}
