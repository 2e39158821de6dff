import { type LockedAccount, userOwner } from '@app/accounts';
import type { AcceptedMovement } from '@app/ledger';
import { type DebtEvent, debtEffect, incurDebt } from './debt-event.js';
import { DebtSession } from './debt-session.js';

const now = new Date('2026-01-31T12:00:00.000Z');
const account = (figures: { balance: bigint; held?: number; owed: number }): LockedAccount => ({
  shard: 3,
  id: 'account',
  owner: userOwner('alice'),
  asset: 'GOLD',
  version: 1,
  headHash: Buffer.alloc(32),
  frozen: false,
  held: 0,
  lapsesAt: null,
  salt: null,
  minAmount: 1,
  maxAmount: Number.MAX_SAFE_INTEGER,
  assetRetired: false,
  ...figures,
});

const debt = (reversalId: string, outstanding: number) => ({
  reversalId,
  operation: -1,
  source: 'treasury',
  outstanding,
});
const fact = (reversalId: string, outstanding: number, lastNumber: number) => ({
  ...debt(reversalId, outstanding),
  accountId: 'account',
  outstanding: String(outstanding),
  lastNumber: String(lastNumber),
});

const accepted = (...events: DebtEvent[]) =>
  ({ effects: events.map(debtEffect) }) as unknown as AcceptedMovement;

/** Books everything due; the events in order. */
function book(session: DebtSession, start: LockedAccount): { events: DebtEvent[]; session: DebtSession } {
  const events: DebtEvent[] = [];
  let current = { session, account: start };
  for (let due = session.due(start); due; due = current.session.due(current.account)) {
    const [event] = (due.effects ?? []).map(({ data }) => data as DebtEvent);
    if (!event) throw new Error('a repayment without an event');
    events.push(event);
    current = {
      session: current.session.accept(accepted(event)),
      account: { ...current.account, balance: BigInt(event.balanceAfter), owed: event.owedAfter },
    };
  }
  return { events, session: current.session };
}

it('repays the oldest debt first, with what is not held, and numbers on', () => {
  const session = DebtSession.of([fact('first', 30, 4), fact('second', 50, 5)], now);
  const { events, session: after } = book(session, account({ balance: 70n, held: 20, owed: 80 }));
  expect(events).toMatchObject([
    { reversalId: 'first', number: 6, amount: 30, outstandingAfter: 0, owedAfter: 50, balanceAfter: 40 },
    { reversalId: 'second', number: 7, amount: 20, outstandingAfter: 30, owedAfter: 30, balanceAfter: 20 },
  ]);
  expect(after.openOf('account')).toEqual([debt('second', 30)]);
  expect(after.settledNow({ reversalId: 'second', operation: -1 })).toEqual({
    repay: 20,
    forgive: 0,
    cancel: 0,
  });
});

it('has nothing due on an account that owes nothing or whose credits are all held', () => {
  const session = DebtSession.of([fact('first', 30, 1)], now);
  expect(session.due(account({ balance: 70n, owed: 0 }))).toBeUndefined();
  expect(session.due(account({ balance: 70n, held: 70, owed: 30 }))).toBeUndefined();
});

it('knows a debt of the same batch', () => {
  const before = account({ balance: 0n, owed: 0 });
  const incurred = incurDebt({ account: before, lastNumber: 2 }, debt('new', 25));
  const session = DebtSession.of([], now).accept(accepted(incurred));
  expect(session.lastNumberOf('account')).toBe(3);
  const { events } = book(session, account({ balance: 10n, owed: 25 }));
  expect(events).toMatchObject([{ reversalId: 'new', number: 4, amount: 10, outstandingAfter: 15 }]);
});
