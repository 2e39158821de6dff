import { addressKey, type LockedAccount, maxAmount, type Owner, systemAccounts } from '@app/accounts';
import fc from 'fast-check';
import type { Leg } from '../posting.js';
import { decide, type Decision, type DecisionInput } from './decide.js';
import type { Proposal } from './proposal.js';

/**
 * `decide` against a model that is too simple to be wrong: one number for each account, and a posting that is tried on a
 * copy of them. Small ranges make collisions, refusals and limits frequent.
 */
const stripeLimit = 500;
const users = ['alice', 'bob', 'carol'];
const assets = ['GOLD', 'SILVER'];
const unknownAsset = 'NOPE';

const amount = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 1, max: 60 }) },
  { weight: 1, arbitrary: fc.integer({ min: maxAmount - 3, max: maxAmount }) },
);

const leg = (userId: string): fc.Arbitrary<Leg> =>
  fc
    .record({
      house: fc.constantFrom(...systemAccounts),
      toUser: fc.boolean(),
      asset: fc.oneof(
        { weight: 12, arbitrary: fc.constantFrom(...assets) },
        { weight: 1, arbitrary: fc.constant(unknownAsset) },
      ),
      amount,
    })
    .map(({ house, toUser, asset, amount }) => {
      const user: Owner = { kind: 'user', id: userId };
      const system: Owner = { kind: 'system', id: house };
      return toUser
        ? { source: system, destination: user, asset, amount }
        : { source: user, destination: system, asset, amount };
    });

const proposal: fc.Arbitrary<Proposal> = fc.constantFrom(...users).chain((userId) =>
  fc.array(leg(userId), { minLength: 1, maxLength: 3 }).map((legs) => ({
    transactionId: 'a transaction',
    shard: 0,
    posting: {
      type: 'test',
      userId,
      legs: legs as [Leg, ...Leg[]],
      reference: null,
      description: null,
      metadata: {},
    },
  })),
);

const input: fc.Arbitrary<DecisionInput> = fc
  .record({
    proposals: fc.array(proposal, { maxLength: 40 }),
    balances: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 6, maxLength: 6 }),
    range: fc.record({
      minAmount: fc.integer({ min: 1, max: 5 }),
      maxAmount: fc.constantFrom(40, maxAmount),
    }),
    frozen: fc.option(fc.constantFrom(...users), { nil: undefined }),
    clock: fc.integer({ min: -3_600_000, max: 3_600_000 }),
  })
  .map(({ proposals, balances, range, frozen, clock }) => {
    const owners: Owner[] = [
      ...users.map((id) => ({ kind: 'user', id }) as const),
      ...systemAccounts.map((id) => ({ kind: 'system', id }) as const),
    ];
    const accounts = assets.flatMap((asset, assetIndex) =>
      owners.map((owner, ownerIndex): LockedAccount => {
        const isUser = owner.kind === 'user';
        const address = { shard: 0, owner, asset };
        return {
          ...address,
          id: addressKey(address),
          balance: isUser ? (balances[assetIndex * 3 + ownerIndex] ?? 0) : 0,
          version: ownerIndex,
          headHash: Buffer.alloc(32),
          frozen: isUser && owner.id === frozen,
          updatedAt: new Date('2026-01-01T00:00:00Z'),
          // The first asset has limits of its own; the second has none but those of every amount.
          ...(assetIndex === 0 ? range : { minAmount: 1, maxAmount }),
        };
      }),
    );
    return {
      accounts,
      proposals,
      now: new Date(Date.parse('2026-01-01T00:00:00Z') + clock),
      stripeLimit,
    };
  });

/** What the balances are after each posting, by the simplest means there are. */
function model({ accounts, proposals }: DecisionInput) {
  const balances = new Map(accounts.map((account) => [addressKey(account), BigInt(account.balance)]));
  const frozen = new Set(accounts.filter((account) => account.frozen).map(({ owner }) => owner.id));
  const limits = new Map(accounts.map((account) => [account.asset, account]));
  const accepted = proposals.map(({ posting, shard }) => {
    const tried = new Map(balances);
    for (const { source, destination, asset, amount } of posting.legs) {
      const range = limits.get(asset);
      if (!range || amount < range.minAmount || amount > range.maxAmount) return false;
      if (source.kind === 'user' && frozen.has(source.id)) return false;
      for (const [owner, change] of [
        [source, -amount],
        [destination, amount],
      ] as const) {
        const key = addressKey({ shard, owner, asset });
        const after = (tried.get(key) ?? 0n) + BigInt(change);
        tried.set(key, after);
        const limit = BigInt(owner.kind === 'user' ? maxAmount : stripeLimit);
        if (after > limit || after < -limit || (owner.kind === 'user' && after < 0n)) return false;
      }
    }
    for (const [key, balance] of tried) balances.set(key, balance);
    return true;
  });
  return { accepted, balances };
}

const entriesOf = (decisions: readonly Decision[]) =>
  decisions.flatMap((decision) => (decision.accepted ? decision.entries : []));

/** The entries of each account, in order. */
function byAccount(decisions: readonly Decision[]) {
  const histories = new Map<string, ReturnType<typeof entriesOf>>();
  for (const entry of entriesOf(decisions)) {
    const key = addressKey(entry.account);
    histories.set(key, [...(histories.get(key) ?? []), entry]);
  }
  return histories;
}

const holds = (name: string, property: (input: DecisionInput) => void) => {
  it(name, () => {
    fc.assert(fc.property(input, property), { numRuns: 500 });
  });
};

describe('decide, for every sequence of postings', () => {
  holds('accepts what the model accepts, and ends with its balances', (given) => {
    const decisions = decide(given);
    const expected = model(given);
    expect(decisions.map((decision) => decision.accepted)).toEqual(expected.accepted);
    for (const [key, history] of byAccount(decisions)) {
      expect(BigInt(history.at(-1)?.balanceAfter ?? Number.NaN)).toBe(expected.balances.get(key));
    }
  });

  holds('sums the entries of each transaction to zero per asset', (given) => {
    for (const decision of decide(given)) {
      if (!decision.accepted) continue;
      for (const asset of assets) {
        const ofAsset = decision.entries.filter(({ account }) => account.asset === asset);
        expect(ofAsset.reduce((sum, { amount }) => sum + amount, 0)).toBe(0);
      }
    }
  });

  holds('leaves no balance below zero or beyond its limit, at any version', (given) => {
    for (const { account, balanceAfter } of entriesOf(decide(given))) {
      const isUser = account.owner.kind === 'user';
      expect(balanceAfter).toBeGreaterThanOrEqual(isUser ? 0 : -stripeLimit);
      expect(balanceAfter).toBeLessThanOrEqual(isUser ? maxAmount : stripeLimit);
    }
  });

  holds('numbers the entries of an account without a gap, each leading on from the one before', (given) => {
    const start = new Map(given.accounts.map((account) => [addressKey(account), account]));
    for (const [key, history] of byAccount(decide(given))) {
      let before = start.get(key);
      for (const entry of history) {
        expect(entry.version).toBe((before?.version ?? Number.NaN) + 1);
        expect(entry.balanceAfter).toBe((before?.balance ?? Number.NaN) + entry.amount);
        expect(entry.createdAt.getTime()).toBeGreaterThanOrEqual(before?.updatedAt.getTime() ?? Number.NaN);
        before = {
          ...entry.account,
          version: entry.version,
          balance: entry.balanceAfter,
          updatedAt: entry.createdAt,
        };
      }
    }
  });

  holds('lets a refused posting change nothing: without it, all others are decided alike', (given) => {
    const decisions = decide(given);
    const kept = given.proposals.filter((_, index) => decisions[index]?.accepted);
    expect(decide({ ...given, proposals: kept })).toEqual(decisions.filter(({ accepted }) => accepted));
  });

  holds('gives the same output for the same input, which it does not change', (given) => {
    const copy = structuredClone(given);
    const first = decide(given);
    expect(decide(given)).toEqual(first);
    expect(given).toEqual(copy);
  });
});
