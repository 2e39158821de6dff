import type { LoggedAnswer } from './answer.js';
import { checkReserved, shownFigures } from './check-reserved.js';
import { checkReservedAnswer } from './check-reserved-answers.js';
import { Findings } from './findings.js';
import type { LedgerState } from './ledger-state.js';
import { OperationLog } from './operation-log.js';
import type { Operation } from './operations.js';
import { modelOf } from './reserved-model.js';

const at = new Date('2026-01-01T00:00:00.000Z');
const later = new Date('2026-01-01T00:00:01.000Z');

const request = (more: Partial<Operation>): Operation => ({
  ...{ index: 0, userId: 'u', asset: 'GOLD', flow: 'topup', amount: 10, copies: 1 },
  ...more,
  key: more.key ?? `${more.flow}-${more.amount}`,
});

const told = (json: object): LoggedAnswer => ({
  ...{ kind: 'ok', status: 201, code: 'created', replayed: false, text: JSON.stringify(json), json },
});

/** Ten credits held of twenty, four captured of them; a top-up of which eight were asked back in two parts, five owed and two repaid. */
const requests: [Operation, object][] = [
  [request({ flow: 'topup', amount: 20 }), { id: 'original' }],
  [request({ flow: 'authorise', amount: 10 }), { id: 'hold' }],
  [request({ flow: 'capture', amount: 4, target: 'hold', final: false }), { id: 'capture' }],
  [request({ flow: 'reverse', amount: 3, target: 'original' }), { id: 'first', owed: 0 }],
  [request({ flow: 'reverse', amount: 5, target: 'original' }), { id: 'second', owed: 5 }],
];

const account = 'u/GOLD';

/** What the tables say of it. */
const ledger = () => {
  const event = { holdId: 'hold', released: 0, balance: 0, held: 0, owed: 0, createdAt: at };
  const hold = { account, amount: 10, captured: 4, expiresAt: later, closedAs: null as string | null };
  const figures = { held: 6, owed: 3 };
  const holdEvents = [
    { ...event, number: 1, kind: 'hold', transactionId: 'hold', captured: 0 },
    { ...event, number: 2, kind: 'capture', transactionId: 'capture', captured: 4 },
  ];
  const row = { originalId: 'original', taken: 0, writtenOff: 0 };
  const reversals = [
    { ...row, number: 1, transactionId: 'first', asked: 3, owed: 0, reversedAfter: 3 },
    { ...row, number: 2, transactionId: 'second', asked: 5, owed: 5, reversedAfter: 8 },
  ];
  const debtEvents = [
    { account, number: 1, kind: 'incur', transactionId: 'second', amount: 5, owedAfter: 5 },
    { account, number: 2, kind: 'repay', transactionId: 'repaid', amount: 2, owedAfter: 3 },
  ];
  const entry = { version: 1, transactionId: 'repaid', amount: -2, balanceAfter: 0, createdAt: at };
  return { hold, figures, holdEvents, reversals, debtEvents, entry };
};

type Tables = ReturnType<typeof ledger>;

const stateOf = ({ hold, figures, entry, ...tables }: Tables): LedgerState => ({
  transactions: new Map(),
  entries: new Map([[account, [entry]]]),
  sums: [],
  reserved: {
    now: at,
    accounts: new Map([[account, figures]]),
    holds: new Map([['hold', hold]]),
    ...tables,
  },
});

const judge = (answers: [Operation, object][], tables: Tables) => {
  const log = new OperationLog();
  for (const [operation, json] of answers) log.answered(log.sending(operation), told(json));
  const findings = new Findings();
  checkReserved(modelOf(log), stateOf(tables), findings);
  return findings.examples.join('\n');
};

it('finds nothing if the tables are what was acknowledged', () => {
  expect(judge(requests, ledger())).toBe('');
});

it('allows a lapse, which frees what is left', () => {
  const { holdEvents, ...tables } = ledger();
  const lapse = { ...holdEvents[1]!, number: 3, kind: 'lapse', captured: 0, released: 6, createdAt: later };
  const lapsed = { ...tables.hold, closedAs: 'lapsed' };
  const freed = {
    ...tables,
    hold: lapsed,
    figures: { held: 0, owed: 3 },
    holdEvents: [...holdEvents, lapse],
  };
  expect(judge(requests, freed)).toBe('');
  const early = { ...lapse, createdAt: at };
  expect(judge(requests, { ...freed, holdEvents: [...holdEvents, early] })).toContain('lapsed too early');
  const void_: [Operation, object] = [request({ flow: 'void', amount: 0, target: 'hold' }), { id: 'hold' }];
  expect(judge([...requests, void_], freed)).toContain('was used after its lapse');
});

it.each<[string, (tables: Tables) => void, string]>([
  ['an amount held that no hold accounts for', ({ figures }) => (figures.held = 7), 'holds 7;'],
  ['a capture that is missing', ({ holdEvents }) => holdEvents.pop(), 'was not captured as acknowledged'],
  ['a hold that ended unasked', ({ hold }) => (hold.closedAs = 'lapsed'), 'lapsed more than once'],
  ['a gap in the events of a hold', ({ holdEvents }) => (holdEvents[1]!.number = 3), 'events with a gap'],
  ['a reversal that is missing', ({ reversals }) => reversals.pop(), 'has 1 reversals; 2 were'],
  ['a wrong total', ({ reversals }) => (reversals[1]!.reversedAfter = 5), 'has the total 5; 8'],
  ['numbers with a gap', ({ reversals }) => (reversals[1]!.number = 3), 'are numbered 1,3'],
  ['a wrong debt', ({ figures }) => (figures.owed = 5), 'owes 5; by its debts 3'],
  ['a debt that was not incurred', ({ debtEvents }) => (debtEvents[0]!.amount = 6), 'wrong debt event 1'],
  ['a repayment without its entry', ({ entry }) => (entry.amount = -1), 'repaid 2 by repaid'],
])('finds %s', (_what, damage, found) => {
  const tables = ledger();
  damage(tables);
  expect(judge(requests, tables)).toContain(found);
});

it('finds a hold that was acknowledged and is missing', () => {
  expect(
    judge([...requests, [request({ flow: 'authorise', amount: 1 }), { id: 'gone' }]], ledger()),
  ).toContain('acknowledgedMissing: the hold gone');
});

it('finds a second reversal that takes more than the original', () => {
  const more: [Operation, object] = [
    request({ flow: 'reverse', amount: 13, target: 'original' }),
    { id: 'third', owed: 0 },
  ];
  expect(judge([...requests, more], ledger())).toContain('21 of original were reversed; it moved 20');
});

it('finds a reversal that was not acknowledged, and what it owes', () => {
  const found = judge(requests.slice(0, -1), ledger());
  expect(found).toContain('refusedWithEffect: original has 2 reversals; 1 were acknowledged');
  expect(found).toContain('incurred 5; by its reversals 0');
});

it('finds a 404 for what was acknowledged, and accepts one for what was made up', () => {
  const judgeAbsent = (target: string) => {
    const findings = new Findings();
    const answer = { ...told({ code: 'hold-not-found' }), kind: 'absent' as const };
    checkReservedAnswer(request({ flow: 'capture', target }), answer, stateOf(ledger()), findings);
    return findings.counts.acknowledgedMissing;
  };
  expect(judgeAbsent('hold')).toBe(1);
  expect(judgeAbsent('00000000-0000-7000-8000-000000000001')).toBe(0);
});

it.each([
  ['open', at, { balance: 6, held: 6, owed: 3, available: 0 }],
  ['due, and frees credits that repay', later, { balance: 3, held: 0, owed: 0, available: 3 }],
])('knows what is shown while a hold is %s', (_what, now, shown) => {
  expect(shownFigures(account, 6, { ...stateOf(ledger()).reserved, now })).toEqual(shown);
});
