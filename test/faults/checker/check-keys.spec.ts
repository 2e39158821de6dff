import type { LoggedAnswer } from './answer.js';
import { checkKeys } from './check-keys.js';
import { Findings } from './findings.js';
import type { LedgerState } from './ledger-state.js';
import { OperationLog } from './operation-log.js';
import type { Operation } from './operations.js';

const topup: Operation = {
  index: 0,
  key: 'k',
  userId: 'u',
  asset: 'GOLD',
  flow: 'topup',
  amount: 5,
  copies: 1,
};
const createdAt = new Date('2026-01-01T00:00:00.000Z');

const ok = (id: string, balance = 5): LoggedAnswer => {
  const side = { kind: 'user', version: 1, balanceAfter: balance };
  const json = { id, type: 'topup', amount: 5, balance, createdAt: createdAt.toISOString(), entries: [side] };
  return { kind: 'ok', status: 201, code: 'created', replayed: false, text: JSON.stringify(json), json };
};
const refused: LoggedAnswer = {
  kind: 'refused',
  status: 422,
  code: 'insufficient-funds',
  replayed: false,
  text: 'refused',
  json: { code: 'insufficient-funds', required: 5, balance: 0, available: 0, held: 0 },
};

const refusedWith = (figures: object): LoggedAnswer => ({
  ...refused,
  json: { ...refused.json, ...figures },
});

/** A ledger in which the key has one effect per transaction id. */
const ledger = (...ids: string[]): LedgerState => ({
  transactions: new Map(ids.length > 0 ? [['u/k', ids.map((id) => ({ id, type: 'topup' }))]] : []),
  entries: new Map([
    [
      'u/GOLD',
      ids.map((transactionId) => ({ version: 1, transactionId, amount: 5, balanceAfter: 5, createdAt })),
    ],
  ]),
  sums: [],
  reserved: {
    now: createdAt,
    ...{ accounts: new Map(), holds: new Map(), holdEvents: [], reversals: [], debtEvents: [] },
  },
});

/** The findings of the checker for these answers to the key and this ledger. */
const judge = (answers: LoggedAnswer[], state: LedgerState) => {
  const log = new OperationLog();
  for (const answer of answers) log.sending(topup).answer = answer;
  const findings = new Findings();
  checkKeys(log, state, findings);
  return Object.entries(findings.counts).flatMap(([name, count]) => (count > 0 ? [name] : []));
};

it('finds nothing if an answer and its replay match the ledger', () => {
  expect(judge([ok('t'), ok('t')], ledger('t'))).toEqual([]);
  expect(judge([refused, refused], ledger())).toEqual([]);
});

it.each([
  ['a missing acknowledged transfer', [ok('t')], ledger(), 'acknowledgedMissing'],
  ['a key with two effects', [ok('t')], ledger('t', 'other'), 'appliedTwice'],
  ['a refusal with an effect', [refused], ledger('t'), 'refusedWithEffect'],
  ['two different answers', [ok('t'), refused], ledger('t'), 'divergingAnswers'],
  ['a balance that the ledger never had', [ok('t', 6)], ledger('t'), 'wrongBalances'],
  ['a refusal of what was available', [refusedWith({ available: 5 })], ledger(), 'wrongBalances'],
  ['a refusal with figures that do not add up', [refusedWith({ held: 1 })], ledger(), 'wrongBalances'],
  [
    'a refusal with a balance that never was',
    [refusedWith({ balance: 1, available: 1 })],
    ledger(),
    'wrongBalances',
  ],
])('finds %s', (_what, answers, state, violation) => {
  expect(judge(answers, state)).toContain(violation);
});

it('finds an unrequested effect', () => {
  expect(judge([], ledger('t'))).toEqual(['refusedWithEffect']);
});
