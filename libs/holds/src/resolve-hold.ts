import type { LockedAccount } from '@app/accounts';
import type { Resolved, Route } from '@app/ledger';
import { type Authorise, type Capture } from './hold-asked.js';
import { holdEffect, type HoldEvent } from './hold-event.js';
import type { KnownHold } from './hold-facts.js';
import { type Hold, remainingOf } from './hold.js';

/** Where and when a hold changes. */
interface On {
  /** `undefined`: the user has no account, and the check of funds refuses the posting. */
  account: LockedAccount | undefined;
  now: Date;
  /** The time that the transaction records. */
  at: Date;
  transactionId: string;
}

/** Reserves credits. */
export function authorise(asked: Authorise, { account, now, at, transactionId }: On): Resolved {
  const { userId, asset, amount, expiresIn, details } = asked;
  const hold: Hold = {
    ...{ id: transactionId, userId, asset, amount, captured: 0, released: 0, status: 'open', ...details },
    ...{ expiresAt: new Date(now.getTime() + expiresIn * 1000), createdAt: at, closedAt: null },
  };
  return {
    legs: [],
    earmarks: [{ asset, held: amount, lapsesAt: hold.expiresAt }],
    effects: [eventOf({ number: 1, kind: 'hold', captured: 0, released: 0, hold, at: now }, account, amount)],
  };
}

/** Moves reserved credits to revenue. */
export function capture(
  { amount, final }: Capture,
  hold: KnownHold,
  { account, now, routes }: Pick<On, 'account' | 'now'> & { routes: readonly Route[] },
): Resolved {
  const remaining = remainingOf(hold);
  const captured = amount ?? remaining;
  const released = final ? remaining - captured : 0;
  const after = closedAfter(hold, { captured, released, as: 'captured', at: now });
  const event = {
    number: hold.events + 1,
    kind: 'capture',
    captured,
    released,
    hold: after,
    at: now,
  } as const;
  return {
    legs: routes.map((route) => ({ ...route, amount: captured })),
    earmarks: [{ asset: hold.asset, held: -captured - released }],
    effects: [eventOf(event, account, -captured - released)],
  };
}

/** Gives back what is left of a hold. */
export function release(
  hold: KnownHold,
  kind: 'void' | 'lapse',
  { account, now }: Pick<On, 'account' | 'now'>,
): Resolved {
  const released = remainingOf(hold);
  const after = closedAfter(hold, {
    captured: 0,
    released,
    as: kind === 'void' ? 'voided' : 'lapsed',
    at: now,
  });
  const event = { number: hold.events + 1, kind, captured: 0, released, hold: after, at: now };
  return {
    legs: [],
    earmarks: [{ asset: hold.asset, held: -released }],
    effects: [eventOf(event, account, -released)],
  };
}

function closedAfter(
  { events: _events, ...hold }: KnownHold,
  { captured, released, as, at }: { captured: number; released: number; as: Hold['status']; at: Date },
): Hold {
  const after = { ...hold, captured: hold.captured + captured, released: hold.released + released };
  return remainingOf(after) > 0 ? after : { ...after, status: as, closedAt: at };
}

/** The event with the account after it. */
function eventOf(
  event: Omit<HoldEvent, 'balance' | 'held' | 'owed'>,
  account: LockedAccount | undefined,
  heldBy: number,
) {
  const { balance = 0n, held = 0, owed = 0 } = account ?? {};
  return holdEffect({ ...event, balance: Number(balance) - event.captured, held: held + heldBy, owed });
}
