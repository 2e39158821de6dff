import type { Findings } from './findings.js';
import { groupBy, type LedgerState } from './ledger-state.js';
import type { ModelHold, ReservedModel } from './reserved-model.js';
import type { ReservedState, StoredDebtEvent, StoredHold, StoredHoldEvent } from './reserved-state.js';

/** Compares the tables of holds, reversals and debts with the acknowledged answers. */
export function checkReserved(model: ReservedModel, state: LedgerState, findings: Findings): void {
  checkHolds(model, state, findings);
  checkReversals(model, state.reserved, findings);
  checkDebts(model, state, findings);
}

/** Every acknowledged hold is there, was captured as often as acknowledged, and ended once; open ones are what is held. */
function checkHolds({ holds }: ReservedModel, { reserved }: LedgerState, findings: Findings): void {
  const eventsOf = groupBy(reserved.holdEvents, ({ holdId }) => holdId);
  const held = new Map<string, number>();
  for (const [id, hold] of holds) {
    const stored = reserved.holds.get(id);
    if (!stored) {
      findings.add('acknowledgedMissing', `the hold ${id} does not exist`);
      continue;
    }
    const fault = faultOf(hold, stored, eventsOf.get(id) ?? []);
    if (fault) {
      findings.add(
        'wrongBalances',
        `the hold ${id} ${fault}: ${JSON.stringify({ hold, stored, events: eventsOf.get(id) })}`,
      );
    }
    if (hold.closedAs !== null || stored.closedAs === 'lapsed') continue;
    held.set(hold.account, (held.get(hold.account) ?? 0) + hold.amount - hold.captured);
  }
  for (const [account, figures] of reserved.accounts) {
    const expected = held.get(account) ?? 0;
    if (figures.held !== expected) {
      findings.add(
        'wrongBalances',
        `${account} holds ${figures.held}; by its acknowledged holds ${expected}`,
      );
    }
  }
}

/** How a hold differs from its acknowledged answers. */
function faultOf(
  hold: ModelHold,
  stored: StoredHold,
  events: readonly StoredHoldEvent[],
): string | undefined {
  const lapses = events.filter(({ kind }) => kind === 'lapse');
  const captured = events.reduce((sum, event) => sum + event.captured, 0);
  if (hold.captured > hold.amount) return 'was captured beyond its amount';
  if (stored.account !== hold.account || stored.amount !== hold.amount) return 'is another';
  if (stored.captured !== hold.captured || captured !== hold.captured)
    return 'was not captured as acknowledged';
  if (events.some(({ number }, index) => number !== index + 1)) return 'has events with a gap';
  if (lapses.length > 0 && hold.closedAs !== null) return 'was used after its lapse';
  if (lapses.length > 1 || (lapses.length === 1) !== (stored.closedAs === 'lapsed'))
    return 'lapsed more than once';
  if (lapses.some(({ createdAt }) => createdAt < stored.expiresAt)) return 'lapsed too early';
  return hold.closedAs !== null && stored.closedAs !== hold.closedAs ? 'is closed otherwise' : undefined;
}

/** The total asked of an original is the sum of the acknowledged reversals, never more than the original; numbers are dense. */
function checkReversals(
  { originals }: ReservedModel,
  { reversals }: ReservedState,
  findings: Findings,
): void {
  const rowsOf = groupBy(reversals, ({ originalId }) => originalId);
  for (const [id, { amount, asked, count }] of originals) {
    const rows = rowsOf.get(id) ?? [];
    const total = rows.at(-1)?.reversedAfter ?? 0;
    if (rows.length < count) {
      findings.add('acknowledgedMissing', `${id} has ${rows.length} reversals; ${count} were acknowledged`);
    }
    if (rows.length > count) {
      findings.add('refusedWithEffect', `${id} has ${rows.length} reversals; ${count} were acknowledged`);
    }
    if (asked > amount) findings.add('wrongBalances', `${asked} of ${id} were reversed; it moved ${amount}`);
    if (total !== asked) findings.add('wrongBalances', `${id} has the total ${total}; ${asked} were asked`);
    if (rows.some(({ number }, index) => number !== index + 1)) {
      findings.add(
        'wrongBalances',
        `the reversals of ${id} are numbered ${rows.map(({ number }) => number).join()}`,
      );
    }
  }
}

/** What is owed was incurred by acknowledged reversals, and repaid by entries or forgiven. */
function checkDebts({ incurred }: ReservedModel, state: LedgerState, findings: Findings): void {
  const { accounts, debtEvents } = state.reserved;
  const eventsOf = groupBy(debtEvents, ({ account }) => account);
  for (const [account, { owed }] of accounts) {
    const events = eventsOf.get(account) ?? [];
    const fault = debtFaultOf(events, { incurred: incurred.get(account) ?? 0, owed });
    if (fault) findings.add('wrongBalances', `${account} ${fault}: ${JSON.stringify(events)}`);
    for (const [id, repaid] of repaymentsOf(events)) {
      const entry = state.entries.get(account)?.find(({ transactionId }) => transactionId === id);
      if (entry?.amount !== -repaid) {
        findings.add(
          'wrongBalances',
          `${account} repaid ${repaid} by ${id}, with the entry ${JSON.stringify(entry)}`,
        );
      }
    }
  }
}

function debtFaultOf(
  events: readonly StoredDebtEvent[],
  { incurred, owed }: { incurred: number; owed: number },
): string | undefined {
  let [sum, running] = [0, 0];
  for (const [index, { number, kind, amount, owedAfter }] of events.entries()) {
    if (kind === 'incur') sum += amount;
    running += kind === 'incur' ? amount : -amount;
    if (number !== index + 1 || owedAfter !== running || running < 0)
      return `has a wrong debt event ${number}`;
  }
  if (sum !== incurred) return `incurred ${sum}; by its reversals ${incurred}`;
  return owed === running ? undefined : `owes ${owed}; by its debts ${running}`;
}

function repaymentsOf(events: readonly StoredDebtEvent[]): Map<string, number> {
  const repaid = new Map<string, number>();
  for (const { kind, transactionId, amount } of events) {
    if (kind === 'repay') repaid.set(transactionId, (repaid.get(transactionId) ?? 0) + amount);
  }
  return repaid;
}

/** What a read shows of an account: as if everything due were booked. A lapse frees credits, which repay first. */
export function shownFigures(
  account: string,
  balance: number,
  { accounts, holds, now }: ReservedState,
): { balance: number; held: number; owed: number; available: number } {
  const { held: stored = 0, owed: before = 0 } = accounts.get(account) ?? {};
  const due = [...holds.values()].filter(
    (hold) => hold.account === account && hold.closedAs === null && hold.expiresAt <= now,
  );
  const held = stored - due.reduce((sum, { amount, captured }) => sum + amount - captured, 0);
  const repaid = Math.min(before, balance - held);
  const [after, owed] = [balance - repaid, before - repaid];
  return { balance: after, held, owed, available: Math.max(0, after - held - owed) };
}
