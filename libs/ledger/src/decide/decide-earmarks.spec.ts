import { type LockedAccount, maxAmount, systemOwner, userOwner } from '@app/accounts';
import type { AccountSession, DueTransaction } from '../capability/account-rule.js';
import { seal } from '../chain/seal.js';
import type { FixedPosting } from '../posting.js';
import { acceptedBy, decide, type DecisionInput } from './decide.js';
import type { Proposal } from './proposal.js';

const shard = 3;
const now = new Date('2026-01-01T00:00:00Z');
const alice = userOwner('alice');
const revenue = systemOwner('revenue');
const treasury = systemOwner('treasury');
const details = { userId: 'alice', reference: null, description: null, metadata: {} };

const transactionId = (number: number) => `0c000000-0000-7000-8000-00000000000${number}`;
const idOf: Record<string, string> = {
  alice: '0a000000-0000-7000-8000-000000000001',
  revenue: '0a000000-0000-7000-8000-000000000002',
  treasury: '0a000000-0000-7000-8000-000000000003',
};

const seconds = (after: number) => new Date(now.getTime() + after * 1000);

function account(owner: LockedAccount['owner'], state: Partial<LockedAccount> = {}): LockedAccount {
  const address = { shard, owner, asset: 'GOLD' };
  return {
    ...address,
    ...{ id: idOf[owner.id]!, balance: 0n, version: 0, headHash: Buffer.alloc(32), frozen: false },
    ...{ held: 0, owed: 0, lapsesAt: null, salt: Buffer.alloc(16), minAmount: 1, maxAmount },
    assetRetired: false,
    ...state,
  };
}

const wallet = (state: Partial<LockedAccount>) => account(alice, state);

function proposal(posting: FixedPosting): Proposal {
  const route = { source: alice, destination: revenue, asset: 'GOLD' };
  return { transactionId: transactionId(1), shard, routes: [route], posting };
}

const spend = (amount: number, more: Partial<FixedPosting> = {}) =>
  proposal({
    ...details,
    type: 'spend',
    legs: [{ source: alice, destination: revenue, asset: 'GOLD', amount }],
    ...more,
  });
const topup = (amount: number) =>
  spend(amount, {
    type: 'topup',
    legs: [{ source: treasury, destination: alice, asset: 'GOLD', amount }],
  });
const hold = (held: number, lapsesAt?: Date) =>
  proposal({
    ...details,
    type: 'hold',
    legs: [],
    earmarks: [{ asset: 'GOLD', held, ...(lapsesAt && { lapsesAt }) }],
  });
const capture = (amount: number) =>
  spend(amount, { type: 'capture', earmarks: [{ asset: 'GOLD', held: -amount }] });
const clawBack = (amount: number) => spend(amount, { type: 'claw-back', initiator: 'house' });

function decideOn(user: LockedAccount, ...proposals: Proposal[]) {
  return decideWith([], user, ...proposals);
}

function decideWith(accountSessions: AccountSession[], user: LockedAccount, ...proposals: Proposal[]) {
  const input: DecisionInput = {
    accounts: [user, account(revenue), account(treasury)],
    heads: [{ shard, last: 41, lastAt: new Date(0) }],
    proposals,
    ...{ sessions: new Map(), claimSessions: new Map(), groupRules: new Map(), accountSessions },
    nextId: () => transactionId(2),
    now,
  };
  return decide(input);
}

/** The types of the transactions of each decision, in the order in which they happen. */
const typesOf = (decisions: ReturnType<typeof decide>) =>
  decisions.map((decision) => acceptedBy(decision).map(({ proposal }) => proposal.posting.type));

describe('what is set aside', () => {
  it('refuses an earmark larger than what is available, and accepts one that takes all of it', () => {
    const [tooMuch, all, more] = decideOn(
      wallet({ balance: 100n, held: 30, owed: 10 }),
      hold(61),
      hold(60),
      hold(1),
    );
    expect(tooMuch).toMatchObject({
      refusal: {
        code: 'insufficient-funds',
        asset: 'GOLD',
        balance: 100,
        available: 60,
        held: 30,
        required: 61,
      },
    });
    expect(all).toMatchObject({
      accepted: true,
      entries: [],
      earmarks: [{ heldBy: 60, held: 90, owed: 10 }],
    });
    expect(more).toMatchObject({ refusal: { available: 0, held: 90 } });
  });

  it('is not spent by the owner', () => {
    const [tooMuch, rest] = decideOn(wallet({ balance: 100n, held: 30, owed: 10 }), spend(61), spend(60));
    expect(tooMuch).toMatchObject({
      refusal: { code: 'insufficient-funds', balance: 100, available: 60, held: 30, required: 61 },
    });
    expect(rest).toMatchObject({ accepted: true });
  });

  it('needs nothing available for a posting that debits what it releases', () => {
    const decisions = decideOn(
      wallet({ balance: 30n, held: 30 }),
      spend(1),
      capture(20),
      capture(10),
      spend(1),
    );
    expect(decisions).toMatchObject([
      { refusal: { code: 'insufficient-funds', available: 0 } },
      { accepted: true, earmarks: [{ held: 10 }] },
      { accepted: true, earmarks: [{ held: 0 }] },
      { refusal: { code: 'insufficient-funds', balance: 0 } },
    ]);
  });

  it('refuses a posting that debits more than it releases, unless the rest is available', () => {
    const more = () => spend(21, { earmarks: [{ asset: 'GOLD', held: -20 }] });
    expect(decideOn(wallet({ balance: 20n, held: 20 }), more())).toMatchObject([
      { refusal: { code: 'insufficient-funds', available: 0, held: 20, required: 1 } },
    ]);
    expect(decideOn(wallet({ balance: 21n, held: 20 }), more())).toMatchObject([{ accepted: true }]);
  });

  it('lets the service take what is owed, but not what is held', () => {
    const user = wallet({ balance: 100n, held: 30, owed: 90 });
    const [owner, tooMuch, rest] = decideOn(user, spend(1), clawBack(71), clawBack(70));
    expect(owner).toMatchObject({ refusal: { code: 'insufficient-funds', available: 0 } });
    expect(tooMuch).toMatchObject({
      refusal: { code: 'insufficient-funds', balance: 100, held: 30, required: 71 },
    });
    expect(rest).toMatchObject({ accepted: true });
  });

  it('applies the range of the asset to what is newly held', () => {
    const user = wallet({ balance: 100n, held: 50, minAmount: 10, maxAmount: 20 });
    const decisions = decideOn(user, hold(9), hold(21), hold(10), hold(-1));
    expect(decisions.map(({ accepted }) => accepted)).toEqual([false, false, true, true]);
    expect(decisions[1]).toMatchObject({ refusal: { code: 'amount-out-of-range', amount: 21 } });
  });

  it('throws rather than release more than is held', () => {
    expect(() => decideOn(wallet({ balance: 5n, held: 5 }), hold(-6))).toThrow('-1 held');
  });
});

describe('when something lapses', () => {
  it('only comes forward', () => {
    const [first, later, earlier] = decideOn(
      wallet({ balance: 10n }),
      hold(1, seconds(20)),
      hold(1, seconds(30)),
      hold(1, seconds(10)),
    );
    expect([first, later, earlier]).toMatchObject([
      { earmarks: [{ lapsesAt: seconds(20) }] },
      { earmarks: [{ lapsesAt: seconds(20) }] },
      { earmarks: [{ lapsesAt: seconds(10) }] },
    ]);
  });

  it('stays as it is at the end of a hold', () => {
    const [released] = decideOn(wallet({ balance: 5n, held: 5, lapsesAt: seconds(9) }), hold(-5));
    expect(released).toMatchObject({ earmarks: [{ held: 0, lapsesAt: seconds(9) }] });
  });
});

describe('housekeeping', () => {
  const due = (type: string, dueAt: Date, more: Partial<DueTransaction>): DueTransaction => ({
    ...{ type, dueAt, legs: [], reference: null, description: null, metadata: {} },
    ...more,
  });

  /** Releases these amounts, each at its instant, one by one. */
  function lapses(type: string, open: readonly { at: Date; amount: number }[]): AccountSession {
    return {
      checks: [],
      due: () => {
        const [first] = open;
        if (!first || first.at > now) return undefined;
        return due(type, first.at, { earmarks: [{ asset: 'GOLD', held: -first.amount }] });
      },
      lapsesNext: () => open[0]?.at ?? null,
      accept: ({ posting }) => lapses(type, posting.type === type ? open.slice(1) : open),
    };
  }

  /** Takes what is owed as soon as the service can. */
  const repayment: AccountSession = {
    checks: [],
    due: ({ balance, held, owed }) => {
      const amount = Math.min(owed, Number(balance) - held);
      if (amount <= 0) return undefined;
      const legs = [{ source: alice, destination: revenue, asset: 'GOLD', amount }];
      return due('repayment', now, { legs, earmarks: [{ asset: 'GOLD', owed: -amount }] });
    },
  };

  it('books in the order of the due instants across rules, and at one instant in the order of the rules', () => {
    const one = lapses('one', [
      { at: seconds(-30), amount: 1 },
      { at: seconds(-10), amount: 2 },
      { at: seconds(0), amount: 3 },
    ]);
    const other = lapses('other', [
      { at: seconds(-20), amount: 4 },
      { at: seconds(-10), amount: 5 },
      { at: seconds(1), amount: 6 },
    ]);
    const user = wallet({ balance: 21n, held: 21, lapsesAt: seconds(-30) });
    const decisions = decideWith([one, other], user, spend(15), spend(1));
    expect(typesOf(decisions)).toEqual([['one', 'other', 'one', 'other', 'one', 'spend'], []]);
    expect(decisions[1]).toMatchObject({ refusal: { balance: 6, held: 6 } });
  });

  it('books what one posting makes due before it decides the next', () => {
    const decisions = decideWith(
      [repayment],
      wallet({ owed: 30 }),
      topup(20),
      topup(20),
      spend(11),
      spend(10),
    );
    expect(typesOf(decisions)).toEqual([['topup', 'repayment'], ['topup', 'repayment'], [], ['spend']]);
    expect(decisions[2]).toMatchObject({ refusal: { balance: 10, available: 10, required: 11 } });
    expect(decisions.flatMap(acceptedBy).map(({ place }) => place)).toEqual([42, 43, 44, 45, 46]);
  });

  it('repays before a posting with what a lapse has released', () => {
    const lapse = lapses('lapse', [{ at: now, amount: 8 }]);
    const user = wallet({ balance: 8n, held: 8, owed: 5, lapsesAt: now });
    expect(typesOf(decideWith([lapse, repayment], user, spend(3)))).toEqual([
      ['lapse', 'repayment', 'spend'],
    ]);
  });

  it('books before a posting that is refused, and nothing after it', () => {
    const lapse = lapses('lapse', [{ at: now, amount: 8 }]);
    const [decision] = decideWith([lapse], wallet({ balance: 8n, held: 8, lapsesAt: now }), spend(9));
    expect(decision).toMatchObject({ accepted: false, due: [{ earmarks: [{ held: 0 }] }] });
    expect(decision).not.toHaveProperty('following');
  });

  it('writes the next lapse of all rules with the next change of the account', () => {
    const one = lapses('one', [
      { at: seconds(-1), amount: 1 },
      { at: seconds(9), amount: 1 },
    ]);
    const other = lapses('other', [{ at: seconds(5), amount: 1 }]);
    expect(sealed([one, other], wallet({ balance: 9n, held: 3, lapsesAt: seconds(-1) }))).toMatchObject({
      held: 2,
      lapsesAt: seconds(5),
    });
  });

  it('writes a lapse that was too early, although nothing was due', () => {
    const user = wallet({ balance: 9n, held: 1, lapsesAt: seconds(-1) });
    expect(sealed([lapses('one', [{ at: seconds(9), amount: 1 }])], user)).toMatchObject({
      lapsesAt: seconds(9),
    });
    expect(sealed([lapses('one', [])], user)).toMatchObject({ held: 1, lapsesAt: null });
  });

  /** The row of the user's account after a spend of 1. */
  function sealed(rules: AccountSession[], user: LockedAccount) {
    const transactions = decideWith(rules, user, spend(1)).flatMap(acceptedBy);
    const { accounts, earmarks } = seal(
      transactions.map((transaction) => ({
        ...transaction,
        ...{
          actor: 'client:game',
          clientId: 'game',
          idempotencyKey: null,
          metadata: '{}',
          effectsDigest: null,
        },
      })),
    );
    expect(earmarks).toBe(true);
    return accounts.find(({ owner }) => owner === alice);
  }
});
