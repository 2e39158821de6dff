import { addressKey, type LockedAccount, maxAmount, type Owner } from '@app/accounts';
import type { AccountSession } from '../capability/account-rule.js';
import type { Leg } from '../posting.js';
import { LocksMissingError } from './book-due.js';
import { decide, type DecisionInput } from './decide.js';
import type { Proposal } from './proposal.js';

const shard = 3;
const now = new Date('2026-01-01T00:00:00Z');
const heads = [{ shard, last: 41, lastAt: new Date(0) }];
const alice: Owner = { kind: 'user', id: 'alice' };
const treasury: Owner = { kind: 'system', id: 'treasury' };
const revenue: Owner = { kind: 'system', id: 'revenue' };

function account(owner: Owner, state: Partial<LockedAccount> = {}): LockedAccount {
  const address = { shard, owner, asset: 'GOLD' };
  return {
    ...address,
    id: addressKey(address),
    balance: 0n,
    version: 0,
    headHash: Buffer.alloc(32),
    frozen: false,
    held: 0,
    owed: 0,
    lapsesAt: null,
    salt: null,
    minAmount: 1,
    maxAmount,
    assetRetired: false,
    ...state,
  };
}

function proposal(...legs: [Leg, ...Leg[]]): Proposal {
  return {
    transactionId: 'a transaction',
    shard,
    routes: legs,
    posting: { type: 'topup', userId: 'alice', legs, reference: null, description: null, metadata: {} },
  };
}

const topup = (amount: number) => proposal({ source: treasury, destination: alice, asset: 'GOLD', amount });
const spend = (amount: number) => proposal({ source: alice, destination: revenue, asset: 'GOLD', amount });

const nothingElse = {
  sessions: new Map(),
  claimSessions: new Map(),
  groupRules: new Map(),
  accountSessions: [],
  nextId: () => 'due',
  now,
} satisfies Partial<DecisionInput>;

function decideOne(accounts: LockedAccount[], ...proposals: Proposal[]) {
  return decide({ ...nothingElse, accounts, heads, proposals });
}

/** Decides these postings with account rules. */
function decideWith(accountSessions: AccountSession[], accounts: LockedAccount[], ...proposals: Proposal[]) {
  return decide({ ...nothingElse, accountSessions, accounts, heads, proposals });
}

/** An account rule that refuses every debit of a user, at this rung. */
function refusing(rung: 'precondition' | 'frozen' | 'caps', code: string): AccountSession {
  return {
    checks: [
      {
        rung,
        code,
        refusal: ({ moves }) =>
          moves.some(({ account, amount }) => account.owner.kind === 'user' && amount < 0)
            ? { code }
            : undefined,
      },
    ],
  };
}

const system = [account(treasury), account(revenue)];

describe('decide', () => {
  it('moves an amount from the source to the destination', () => {
    const [decision] = decideOne([account(alice, { balance: 5n, version: 1 }), ...system], topup(100));
    expect(decision).toMatchObject({
      accepted: true,
      entries: [
        { leg: 0, amount: -100, balanceAfter: -100n, version: 1, account: { owner: treasury } },
        { leg: 0, amount: 100, balanceAfter: 105n, version: 2, account: { owner: alice } },
      ],
    });
  });

  it('applies each posting before deciding the next', () => {
    const decisions = decideOne([account(alice), ...system], spend(1), topup(10), spend(10), spend(1));
    expect(decisions.map((decision) => decision.accepted)).toEqual([false, true, true, false]);
  });

  it('refuses a spend larger than the balance and reports the balance', () => {
    const [decision] = decideOne([account(alice, { balance: 70n }), ...system], spend(71));
    expect(decision).toMatchObject({
      refusal: { code: 'insufficient-funds', asset: 'GOLD', balance: 70, required: 71 },
    });
  });

  it('treats a user without an account as one with balance 0', () => {
    const [decision] = decideOne(system, spend(1));
    expect(decision).toMatchObject({ refusal: { code: 'insufficient-funds', balance: 0, required: 1 } });
  });

  it("applies the asset's limits even if the user has no account in it", () => {
    const [decision] = decideOne([account(revenue, { maxAmount: 20 })], spend(21));
    expect(decision).toMatchObject({ refusal: { code: 'amount-out-of-range', maxAmount: 20 } });
  });

  it('refuses an asset without a system account', () => {
    const [decision] = decideOne([account(alice)], topup(1));
    expect(decision).toMatchObject({ refusal: { code: 'asset-not-found', asset: 'GOLD' } });
  });

  describe('in a retired asset', () => {
    const retired = { assetRetired: true };
    const stripes = [account(treasury, retired), account(revenue, retired)];

    it('refuses a credit but accepts a spend', () => {
      const accounts = [account(alice, { ...retired, balance: 5n }), ...stripes];
      const [credited, spent] = decideOne(accounts, topup(1), spend(1));
      expect(credited).toMatchObject({ refusal: { code: 'asset-retired', asset: 'GOLD' } });
      expect(spent).toMatchObject({ accepted: true });
    });

    it('refuses a posting if any leg credits the user', () => {
      const both = proposal(
        { source: alice, destination: revenue, asset: 'GOLD', amount: 1 },
        { source: treasury, destination: alice, asset: 'GOLD', amount: 1 },
      );
      const [decision] = decideOne([account(alice, { ...retired, balance: 5n }), ...stripes], both);
      expect(decision).toMatchObject({ refusal: { code: 'asset-retired' } });
    });

    it('checks the asset before the amount', () => {
      const [decision] = decideOne([account(treasury, { ...retired, maxAmount: 20 })], topup(21));
      expect(decision).toMatchObject({ refusal: { code: 'asset-retired' } });
    });
  });

  it.each([
    ['a credit', topup],
    ['a spend', spend],
  ])(
    'refuses %s exactly if it is below the smallest or above the largest amount of the asset',
    (_way, of) => {
      const limits = { minAmount: 10, maxAmount: 20 };
      const accounts = [
        account(treasury, limits),
        account(revenue, limits),
        account(alice, { ...limits, balance: 50n }),
      ];
      const decisions = decideOne(accounts, of(9), of(10), of(20), of(21));
      expect(decisions.map(({ accepted }) => accepted)).toEqual([false, true, true, false]);
      expect(decisions[3]).toMatchObject({
        refusal: { code: 'amount-out-of-range', asset: 'GOLD', amount: 21, minAmount: 10, maxAmount: 20 },
      });
    },
  );

  it('refuses a posting if the amount of any leg is out of range', () => {
    const limits = { maxAmount: 20 };
    const both = proposal(
      { source: treasury, destination: alice, asset: 'GOLD', amount: 20 },
      { source: alice, destination: revenue, asset: 'GOLD', amount: 21 },
    );
    const [decision] = decideOne([account(treasury, limits), account(revenue, limits), account(alice)], both);
    expect(decision).toMatchObject({ refusal: { code: 'amount-out-of-range', amount: 21 } });
  });

  describe('with account rules', () => {
    const rich = account(alice, { balance: 50n });

    it('reports the first refusal in ladder order, whatever the order of the rules', () => {
      const rules = [
        refusing('caps', 'capped'),
        refusing('precondition', 'stale'),
        refusing('frozen', 'frozen'),
      ];
      for (const sessions of [rules, rules.toReversed()]) {
        const [spent, credited] = decideWith(sessions, [rich, ...system], spend(1), topup(1));
        expect(spent).toMatchObject({ refusal: { code: 'stale' } });
        expect(credited).toMatchObject({ accepted: true });
      }
    });

    it("runs their checks between the ledger's checks", () => {
      const limits = { maxAmount: 20 };
      const stripes = [account(treasury, limits), account(revenue, limits)];
      const refusals = decideWith(
        [refusing('frozen', 'frozen')],
        [account(alice), ...stripes],
        spend(21),
        spend(1),
      );
      expect(refusals).toMatchObject([
        { refusal: { code: 'amount-out-of-range' } },
        { refusal: { code: 'frozen' } },
      ]);
      const [capped] = decideWith([refusing('caps', 'capped')], [account(alice), ...stripes], spend(1));
      expect(capped).toMatchObject({ refusal: { code: 'insufficient-funds' } });
    });

    it('notifies them of accepted postings only', () => {
      const counting = (seen: number): AccountSession => ({
        checks: [
          {
            rung: 'caps',
            code: 'capped',
            refusal: () => (seen >= 2 ? { code: 'capped', seen } : undefined),
          },
        ],
        accept: () => counting(seen + 1),
      });
      const decisions = decideWith([counting(0)], [rich, ...system], spend(51), spend(1), spend(1), spend(1));
      expect(decisions.map(({ accepted }) => accepted)).toEqual([false, true, true, false]);
    });
  });

  describe('with something due on an account', () => {
    const expiry = (amount: number, destination: Owner = revenue, isBooked = false): AccountSession => ({
      checks: [],
      accept: ({ posting }) => expiry(amount, destination, isBooked || posting.type === 'expiry'),
      due: ({ owner, lapsesAt }) =>
        !isBooked && lapsesAt && lapsesAt <= now
          ? {
              type: 'expiry',
              dueAt: lapsesAt,
              legs: [{ source: owner, destination, asset: 'GOLD', amount }],
              reference: null,
              description: null,
              metadata: {},
            }
          : undefined,
    });
    const lapsing = account(alice, { balance: 50n, lapsesAt: now });

    it('books it first and once, even if the posting is refused', () => {
      const decisions = decideWith([expiry(45)], [lapsing, ...system], spend(6), spend(5));
      expect(decisions).toMatchObject([
        {
          accepted: false,
          refusal: { code: 'insufficient-funds', balance: 5 },
          due: [
            {
              place: 42,
              proposal: { transactionId: 'due', posting: { type: 'expiry', initiator: 'house' } },
            },
          ],
        },
        { accepted: true, place: 43 },
      ]);
      expect(decisions[1]).not.toHaveProperty('due');
    });

    it('books nothing before it is due', () => {
      const later = { ...lapsing, lapsesAt: new Date(now.getTime() + 1) };
      const [decision] = decideWith([expiry(45)], [later, ...system], spend(50));
      expect(decision).toMatchObject({ accepted: true });
      expect(decision).not.toHaveProperty('due');
    });

    it('throws LocksMissingError if it needs an account that is not locked', () => {
      const breakage: Owner = { kind: 'system', id: 'breakage' };
      expect(() => decideWith([expiry(45, breakage)], [lapsing, ...system], spend(1))).toThrow(
        LocksMissingError,
      );
    });

    it('throws rather than overdraw the account', () => {
      expect(() => decideWith([expiry(51)], [lapsing, ...system], spend(1))).toThrow('insufficient-funds');
    });
  });

  it('refuses a credit beyond the largest JSON integer, and accepts one that reaches it exactly', () => {
    const rich = account(alice, { balance: BigInt(maxAmount) - 1n });
    const [tooMuch, reaches] = decideOne([rich, ...system], topup(2), topup(1));
    expect(tooMuch).toMatchObject({
      refusal: { code: 'balance-limit-exceeded', account: 'alice', balance: maxAmount - 1, limit: maxAmount },
    });
    expect(reaches).toMatchObject({ accepted: true });
  });

  it.each([
    ['run dry', topup, account(treasury, { balance: -(10n ** 30n) }), -(10n ** 30n) - BigInt(maxAmount)],
    ['fill up', spend, account(revenue, { balance: 10n ** 30n }), 10n ** 30n + BigInt(maxAmount)],
  ])('never lets a system account %s, and keeps its balance exact', (_how, move, stripe, balanceAfter) => {
    const wallet = account(alice, { balance: move === spend ? BigInt(maxAmount) : 0n });
    const [decision] = decideOne([wallet, stripe], move(maxAmount));
    expect(decision).toMatchObject({ accepted: true });
    if (!decision?.accepted) return;
    const entry = decision.entries.find(({ account }) => account.owner.kind === 'system');
    expect(entry?.balanceAfter).toBe(balanceAfter);
  });

  it('applies all legs or none', () => {
    const both = proposal(
      { source: treasury, destination: alice, asset: 'GOLD', amount: 5 },
      { source: alice, destination: revenue, asset: 'GOLD', amount: 6 },
    );
    const [refused, spent] = decideOne([account(alice), ...system], both, spend(1));
    expect(refused).toMatchObject({ refusal: { code: 'insufficient-funds', balance: 5, required: 6 } });
    expect(spent).toMatchObject({ accepted: false });
  });

  it('assigns consecutive places to accepted postings, at the current time', () => {
    const decisions = decideOne([account(alice), ...system], topup(1), spend(2), spend(1));
    expect(decisions).toMatchObject([
      { place: 42, createdAt: now, entries: [{ createdAt: now }, { createdAt: now }] },
      { accepted: false },
      { place: 43, createdAt: now },
    ]);
  });

  it("never records a time before the shard's latest one", () => {
    const later = new Date(now.getTime() + 3_600_000);
    const [decision] = decide({
      accounts: [account(alice), ...system],
      ...nothingElse,
      heads: [{ shard, last: 41, lastAt: later }],
      proposals: [topup(1)],
    });
    expect(decision).toMatchObject({ place: 42, createdAt: later });
  });

  it('throws if the account to credit was not opened', () => {
    expect(() => decideOne(system, topup(1))).toThrow('was not opened');
  });
});
