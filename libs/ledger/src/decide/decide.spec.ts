import { addressKey, type LockedAccount, maxAmount, type Owner } from '@app/accounts';
import type { Leg } from '../posting.js';
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
    posting: { type: 'topup', userId: 'alice', legs, reference: null, description: null, metadata: {} },
  };
}

const topup = (amount: number) => proposal({ source: treasury, destination: alice, asset: 'GOLD', amount });
const spend = (amount: number) => proposal({ source: alice, destination: revenue, asset: 'GOLD', amount });

function decideOne(accounts: LockedAccount[], ...proposals: Proposal[]) {
  const input: DecisionInput = { accounts, heads, proposals, now };
  return decide(input);
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

  it('lets a posting see the ones before it', () => {
    const decisions = decideOne([account(alice), ...system], spend(1), topup(10), spend(10), spend(1));
    expect(decisions.map((decision) => decision.accepted)).toEqual([false, true, true, false]);
  });

  it('refuses a spend larger than the balance and says what is there', () => {
    const [decision] = decideOne([account(alice, { balance: 70n }), ...system], spend(71));
    expect(decision).toMatchObject({
      refusal: { code: 'insufficient-funds', asset: 'GOLD', balance: 70, required: 71 },
    });
  });

  it('refuses a spend of a user without an account as one with balance 0', () => {
    const [decision] = decideOne(system, spend(1));
    expect(decision).toMatchObject({ refusal: { code: 'insufficient-funds', balance: 0, required: 1 } });
  });

  it('takes the limits of an asset in which the user has no account from the system', () => {
    const [decision] = decideOne([account(revenue, { maxAmount: 20 })], spend(21));
    expect(decision).toMatchObject({ refusal: { code: 'amount-out-of-range', maxAmount: 20 } });
  });

  it('refuses an asset that has no account of the system', () => {
    const [decision] = decideOne([account(alice)], topup(1));
    expect(decision).toMatchObject({ refusal: { code: 'asset-not-found', asset: 'GOLD' } });
  });

  describe('in a retired asset', () => {
    const retired = { assetRetired: true };
    const stripes = [account(treasury, retired), account(revenue, retired)];

    it('refuses a credit, and accepts a spend', () => {
      const accounts = [account(alice, { ...retired, balance: 5n }), ...stripes];
      const [credited, spent] = decideOne(accounts, topup(1), spend(1));
      expect(credited).toMatchObject({ refusal: { code: 'asset-retired', asset: 'GOLD' } });
      expect(spent).toMatchObject({ accepted: true });
    });

    it('refuses a posting for any of its legs that credits the user', () => {
      const both = proposal(
        { source: alice, destination: revenue, asset: 'GOLD', amount: 1 },
        { source: treasury, destination: alice, asset: 'GOLD', amount: 1 },
      );
      const [decision] = decideOne([account(alice, { ...retired, balance: 5n }), ...stripes], both);
      expect(decision).toMatchObject({ refusal: { code: 'asset-retired' } });
    });

    it('looks at the asset before it looks at the amount', () => {
      const [decision] = decideOne([account(treasury, { ...retired, maxAmount: 20 })], topup(21));
      expect(decision).toMatchObject({ refusal: { code: 'asset-retired' } });
    });
  });

  it.each([
    ['a credit', topup],
    ['a spend', spend],
  ])(
    'refuses %s below the least and above the largest amount of the asset, and nothing between',
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

  it('refuses a posting for any of its legs whose amount is out of range', () => {
    const limits = { maxAmount: 20 };
    const both = proposal(
      { source: treasury, destination: alice, asset: 'GOLD', amount: 20 },
      { source: alice, destination: revenue, asset: 'GOLD', amount: 21 },
    );
    const [decision] = decideOne([account(treasury, limits), account(revenue, limits), account(alice)], both);
    expect(decision).toMatchObject({ refusal: { code: 'amount-out-of-range', amount: 21 } });
  });

  it('looks at the amount before it looks whether the wallet is frozen and at the funds', () => {
    const limits = { maxAmount: 20 };
    const frozen = account(alice, { frozen: true });
    const accounts = [account(treasury, limits), account(revenue, limits), frozen];
    const [decision] = decideOne(accounts, spend(21));
    expect(decision).toMatchObject({ refusal: { code: 'amount-out-of-range' } });
  });

  it('refuses to spend from a frozen account, before it looks at the funds, and still credits it', () => {
    const frozen = account(alice, { frozen: true });
    const [spent, credited] = decideOne([frozen, ...system], spend(1), topup(1));
    expect(spent).toMatchObject({ refusal: { code: 'wallet-frozen' } });
    expect(credited).toMatchObject({ accepted: true });
  });

  it('refuses a credit that would pass what JSON can carry, and accepts the one that just reaches it', () => {
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
  ])('lets no account of the system %s, and keeps its balance exact', (_how, move, stripe, balanceAfter) => {
    const wallet = account(alice, { balance: move === spend ? BigInt(maxAmount) : 0n });
    const [decision] = decideOne([wallet, stripe], move(maxAmount));
    expect(decision).toMatchObject({ accepted: true });
    if (!decision?.accepted) return;
    const entry = decision.entries.find(({ account }) => account.owner.kind === 'system');
    expect(entry?.balanceAfter).toBe(balanceAfter);
  });

  it('applies several legs together, or none of them', () => {
    const both = proposal(
      { source: treasury, destination: alice, asset: 'GOLD', amount: 5 },
      { source: alice, destination: revenue, asset: 'GOLD', amount: 6 },
    );
    const [refused, spent] = decideOne([account(alice), ...system], both, spend(1));
    expect(refused).toMatchObject({ refusal: { code: 'insufficient-funds', balance: 5, required: 6 } });
    expect(spent).toMatchObject({ accepted: false });
  });

  it('gives places to what it accepts, one after another, at the time of the clock', () => {
    const decisions = decideOne([account(alice), ...system], topup(1), spend(2), spend(1));
    expect(decisions).toMatchObject([
      { place: 42, createdAt: now, entries: [{ createdAt: now }, { createdAt: now }] },
      { accepted: false },
      { place: 43, createdAt: now },
    ]);
  });

  it('records nothing before the latest recorded time of the shard', () => {
    const later = new Date(now.getTime() + 3_600_000);
    const [decision] = decide({
      accounts: [account(alice), ...system],
      heads: [{ shard, last: 41, lastAt: later }],
      proposals: [topup(1)],
      now,
    });
    expect(decision).toMatchObject({ place: 42, createdAt: later });
  });

  it('fails loudly when the account to credit was not opened', () => {
    expect(() => decideOne(system, topup(1))).toThrow('was not opened');
  });
});
