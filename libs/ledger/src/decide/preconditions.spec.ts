import { addressKey, type LockedAccount, maxAmount, systemOwner, userOwner } from '@app/accounts';
import type { AccountSession } from '../capability/account-rule.js';
import type { Resolved, Session } from '../capability/rule.js';
import type { BalanceCondition, Leg, SinglePosting } from '../posting.js';
import { decide } from './decide.js';

const shard = 3;
const alice = userOwner('alice');
const revenue = systemOwner('revenue');
const treasury = systemOwner('treasury');

function account(owner: LockedAccount['owner'], state: Partial<LockedAccount> = {}): LockedAccount {
  const address = { shard, owner, asset: 'GOLD' };
  return {
    ...{ ...address, id: addressKey(address), balance: 0n, version: 0, headHash: Buffer.alloc(32) },
    ...{
      frozen: false,
      held: 0,
      owed: 0,
      lapsesAt: null,
      salt: null,
      minAmount: 1,
      maxAmount: 1_000,
      assetRetired: false,
    },
    ...state,
  };
}

const system = [account(revenue), account(treasury)];
/** Alice at version 2 with 70 GOLD. */
const accounts = [account(alice, { balance: 70n, version: 2 }), ...system];
const details = { type: 'spend', userId: 'alice', reference: null, description: null, metadata: {} };
const spend = (amount: number): Leg => ({ source: alice, destination: revenue, asset: 'GOLD', amount });
const topup = (amount: number): Leg => ({ source: treasury, destination: alice, asset: 'GOLD', amount });

interface Given {
  accounts?: LockedAccount[];
  accountSessions?: AccountSession[];
  sessions?: ReadonlyMap<string, Session>;
}

function decideAll(postings: SinglePosting[], given: Given = {}) {
  return decide({
    ...{
      accounts,
      accountSessions: [],
      sessions: new Map(),
      claimSessions: new Map(),
      groupRules: new Map(),
      ...given,
    },
    heads: [{ shard, last: 41, lastAt: new Date(0) }],
    proposals: postings.map((posting) => ({
      ...{ transactionId: 'a transaction', shard, posting },
      routes: 'legs' in posting ? posting.legs : [spend(1)],
    })),
    now: new Date('2026-01-01T00:00:00Z'),
    nextId: () => 'never',
  });
}

const on = (condition: Omit<BalanceCondition, 'asset'>, legs: Leg[] = [spend(1)]): SinglePosting => ({
  ...{ ...details, legs, conditions: [{ asset: 'GOLD', ...condition }] },
});

it.each<[Omit<BalanceCondition, 'asset'>, object]>([
  [{ version: 1 }, { condition: 'version', expected: 1, actual: 2 }],
  [{ version: 3 }, { condition: 'version', expected: 3, actual: 2 }],
  [{ minBalance: 71 }, { condition: 'minBalance', expected: 71, actual: 70 }],
  [{ maxBalance: 69 }, { condition: 'maxBalance', expected: 69, actual: 70 }],
  [{ minAvailable: 71 }, { condition: 'minAvailable', expected: 71, actual: 70 }],
  [{ tag: '"1-70"' }, { condition: 'if-match', expected: '"1-70"', actual: '"2-70"' }],
  [{ tag: '"2-69"' }, { condition: 'if-match', expected: '"2-69"', actual: '"2-70"' }],
])('refuses a posting on %j', (condition, failure) => {
  const [decision] = decideAll([on(condition)]);
  expect(decision).toMatchObject({ accepted: false });
  expect((decision as { refusal: unknown }).refusal).toEqual({
    ...{ code: 'precondition-failed', asset: 'GOLD', ...failure },
  });
});

it.each<Omit<BalanceCondition, 'asset'>>([
  { version: 2 },
  { minBalance: 70 },
  { maxBalance: 70 },
  { minAvailable: 70 },
  { tag: '"2-70"' },
  { tag: '"2-70"', version: 2, minBalance: 0, maxBalance: maxAmount, minAvailable: 0 },
])('accepts a posting on %j', (condition) => {
  expect(decideAll([on(condition)])).toMatchObject([{ accepted: true }]);
});

it('compares with the account before the posting, however often it moves it', () => {
  const legs = [topup(10), spend(30), topup(5)];
  const [before, after] = [{ version: 2, minBalance: 70, maxBalance: 70 }, { version: 5 }].map((condition) =>
    decideAll([on(condition, legs)]),
  );
  expect(before).toMatchObject([{ accepted: true }]);
  expect(after).toMatchObject([{ refusal: { condition: 'version', actual: 2 } }]);
});

it('compares with what earlier postings of the batch leave', () => {
  const conditional = on({ tag: '"2-70"' });
  expect(decideAll([conditional, conditional, on({ tag: '"3-69"' })])).toMatchObject([
    { accepted: true },
    { refusal: { code: 'precondition-failed', actual: '"3-69"' } },
    { accepted: true },
  ]);
});

it.each([{ tag: '"0-0"' }, { version: 0, maxBalance: 0 }])(
  'treats a missing account as empty: %j',
  (condition) => {
    const poor = { accounts: system };
    expect(decideAll([on(condition)], poor)).toMatchObject([{ refusal: { code: 'insufficient-funds' } }]);
    expect(decideAll([on({ minBalance: 1 })], poor)).toMatchObject([
      { refusal: { condition: 'minBalance', expected: 1, actual: 0 } },
    ]);
  },
);

it('reports the first of several failures', () => {
  const conditions = [
    { asset: 'GOLD', maxBalance: 70 },
    { asset: 'GOLD', minBalance: 80, version: 9 },
    { asset: 'GOLD', tag: '"9-9"' },
  ];
  const [decision] = decideAll([{ ...details, legs: [spend(1)], conditions }]);
  expect(decision).toMatchObject({ refusal: { condition: 'version', expected: 9, actual: 2 } });
});

it('stands between the amount range and frozen', () => {
  const frozen: AccountSession = {
    checks: [{ rung: 'frozen', code: 'wallet-frozen', refusal: () => ({ code: 'wallet-frozen' }) }],
  };
  const given = { accountSessions: [frozen] };
  const codesOf = (posting: SinglePosting) =>
    decideAll([posting], given).map((decision) => (decision.accepted ? '' : decision.refusal.code));
  expect(codesOf(on({ version: 9 }, [spend(1_001)]))).toEqual(['amount-out-of-range']);
  expect(codesOf(on({ version: 9 }, [spend(71)]))).toEqual(['precondition-failed']);
  expect(codesOf(on({ version: 2 }, [spend(71)]))).toEqual(['wallet-frozen']);
});

it('throws for a condition on an asset that the posting does not move', () => {
  const conditions = [{ asset: 'SILVER', version: 0 }];
  expect(() => decideAll([{ ...details, legs: [spend(1)], conditions }])).toThrow('a condition on SILVER');
});

describe('terms that a rule finds unmet', () => {
  const unmet = { asset: 'GOLD', condition: 'expectedPrice', expected: 10, actual: 11 } as const;
  function decideBy(resolved: Partial<Resolved>, conditions?: BalanceCondition[]) {
    const itself: Session = {
      checks: [],
      resolve: () => ({ legs: [spend(11)], unmet, ...resolved }),
      accept: () => itself,
    };
    const posting = { ...details, rule: 'sale', asked: undefined, conditions };
    const [decision] = decideAll([posting], { sessions: new Map([['sale', itself]]) });
    return decision;
  }

  it('refuse the posting on the same rung', () => {
    expect(decideBy({})).toMatchObject({ refusal: { code: 'precondition-failed', ...unmet } });
    expect(decideBy({ legs: [spend(1_001)] })).toMatchObject({ refusal: { code: 'amount-out-of-range' } });
    expect(decideBy({ legs: [spend(71)] })).toMatchObject({ refusal: { code: 'precondition-failed' } });
    expect(decideBy({ unmet: undefined })).toMatchObject({ accepted: true });
  });

  it('come after the conditions on balances', () => {
    const condition = { asset: 'GOLD', version: 1 };
    expect(decideBy({}, [condition])).toMatchObject({ refusal: { condition: 'version' } });
  });
});
