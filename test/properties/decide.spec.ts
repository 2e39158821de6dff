import { addressKey, type LockedAccount, maxAmount, type Owner, systemOwner, userOwner } from '@app/accounts';
import { catalogCapability, completionLimits, conversionRule, purchaseRule, taskRule } from '@app/catalog';
import { freezingCapability } from '@app/freezes';
import {
  type BalanceCondition,
  type Leg,
  operationsOf,
  postingByRule,
  postingOfGroup,
  type Rule,
  type Session,
  type SinglePosting,
} from '@app/ledger';
import { operationGroup } from '@app/operations';
import fc from 'fast-check';
import { decide, type Decision, type DecisionInput } from '../../libs/ledger/src/decide/decide.js';
import type { Proposal, SingleProposal } from '../../libs/ledger/src/decide/proposal.js';

const systemAccounts = ['treasury', 'promotions', 'revenue', 'exchange'];

/** The contents of the catalogue, and completions as `user\ntask\nperiod`. */
interface Catalogue {
  items: ReadonlyMap<string, { code: string; name: string; asset: string; price: number; retired: boolean }>;
  tasks: ReadonlyMap<
    string,
    { code: string; name: string; asset: string; reward: number; limit: CompletionLimit; retired: boolean }
  >;
  rates: ReadonlyMap<string, { from: string; to: string; fromAmount: number; toAmount: number }>;
  completed: ReadonlySet<string>;
}

type CompletionLimit = (typeof completionLimits)[number];

/** A batch with the catalogue of its sessions. */
type Given = Omit<Batch, 'proposals'> & { proposals: readonly SingleProposal[] };

/** A batch that may have groups, too. */
type Batch = DecisionInput & { terms: Catalogue };

const completionKey = ({ userId, task, period }: Record<'userId' | 'task' | 'period', string>) =>
  `${userId}\n${task}\n${period}`;

/** The sessions of the catalogue's rules, with the facts their statements would read. */
function sessionsOf({ items, tasks, rates, completed }: Catalogue, now: Date): Map<string, Session> {
  const taskFacts = [...tasks.values()].flatMap((task) =>
    users.flatMap((userId) => {
      const row = { ...task, reward: String(task.reward), completedBy: 'client', userId };
      const done = [...completed].filter((key) => key.startsWith(`${userId}\n${task.code}\n`));
      return [{ ...row, period: null }, ...done.map((key) => ({ ...row, period: key.split('\n')[2] }))];
    }),
  );
  const rateFacts = [...rates.values()].map((rate) => ({
    ...rate,
    fromAmount: String(rate.fromAmount),
    toAmount: String(rate.toAmount),
  }));
  const itemFacts = [...items.values()].map((item) => ({ ...item, price: String(item.price) }));
  return new Map<string, Session>([
    [purchaseRule.name, purchaseRule.session(itemFacts, { now })],
    [taskRule.name, taskRule.session(taskFacts, { now })],
    [conversionRule.name, conversionRule.session(rateFacts, { now })],
  ]);
}

const accountSessions = (now: Date) =>
  (freezingCapability.accountRules ?? []).map((rule) => rule.session({ before: [], after: [] }, { now }));

const routesOf = (posting: SinglePosting) =>
  'legs' in posting ? posting.legs : ruleOf(posting.rule).routes(posting.asked as never);

const ruleOf = (name: string): Rule => catalogCapability.rules!.find((rule) => rule.name === name)!;

/**
 * `decide` against an obviously correct model: one number per account, and each posting tried on a copy. Small ranges make
 * collisions and refusals frequent. Half of the postings name their amounts, the others get them from a small catalogue.
 */
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

const codes = ['first', 'second', 'third'];
const noon = Date.parse('2026-01-01T12:00:00Z');
/** Times within 13 hours of noon. */
const periods = ['once', '2025-12-31', '2026-01-01', '2026-01-02'];

const catalogue: fc.Arbitrary<Catalogue> = fc
  .record({
    assets: fc.array(fc.constantFrom(...assets), { minLength: 3, maxLength: 3 }),
    prices: fc.array(amount, { minLength: 3, maxLength: 3 }),
    limits: fc.array(fc.constantFrom(...completionLimits), { minLength: 3, maxLength: 3 }),
    retired: fc.option(fc.constantFrom(...codes), { nil: undefined }),
    rate: fc.record({ fromAmount: fc.integer({ min: 1, max: 3 }), toAmount: amount }),
    completed: fc.array(
      fc.record({
        userId: fc.constantFrom(...users),
        task: fc.constantFrom(...codes),
        period: fc.constantFrom(...periods),
      }),
      { maxLength: 3 },
    ),
  })
  .map(({ assets, prices, limits, retired, rate, completed }) => {
    const offers = codes.map((code, index) => {
      const offer = { code, name: code, asset: assets[index]!, retired: code === retired };
      return {
        ...offer,
        price: prices[index]!,
        reward: prices[index]!,
        limit: limits[index]!,
      };
    });
    return {
      items: new Map(offers.map((offer) => [offer.code, offer])),
      tasks: new Map(offers.map((offer) => [offer.code, offer])),
      rates: new Map([['GOLD/SILVER', { from: 'GOLD', to: 'SILVER', ...rate }]]),
      completed: new Set(completed.map(completionKey)),
    };
  });

/** Sometimes a code that the catalogue has now but lacked when the posting was described: it has no route. */
function onTerms(userId: string, { items }: Catalogue): fc.Arbitrary<SinglePosting> {
  const details = { type: 'topup', userId, reference: null, description: null, metadata: {} };
  const found = fc.integer({ min: 0, max: 9 }).map((number) => number > 0);
  const code = fc.constantFrom(...codes, 'unknown');
  const asset = fc.constantFrom(...assets, unknownAsset);
  const prices = [...items.values()].map(({ price }) => price);
  const expected = fc.constantFrom(undefined, undefined, ...prices);
  const assetOf = (code: string, found: boolean) => (found ? items.get(code)?.asset : undefined);
  return fc.oneof(
    fc
      .record({ item: code, quantity: fc.constantFrom(1, 2, 3, 1_000_000), found, expected })
      .map(({ item, quantity, found, expected: expectedPrice }) =>
        postingByRule(
          purchaseRule,
          { item, quantity, userId, asset: assetOf(item, found), expectedPrice },
          details,
        ),
      ),
    fc
      .record({ task: code, found })
      .map(({ task, found }) =>
        postingByRule(taskRule, { task, by: 'client', userId, asset: assetOf(task, found) }, details),
      ),
    fc
      .record({ from: asset, to: asset, amount, expected })
      .map(({ from, to, amount, expected: minReceived }) =>
        postingByRule(conversionRule, { from, to, amount, userId, minReceived }, details),
      ),
  );
}

/** Small figures: conditions hold about as often as they fail. */
const condition: fc.Arbitrary<Omit<BalanceCondition, 'asset'>> = fc.record(
  {
    version: fc.integer({ min: 0, max: 4 }),
    minBalance: fc.integer({ min: 0, max: 60 }),
    maxBalance: fc.integer({ min: 20, max: 100 }),
    minAvailable: fc.integer({ min: 0, max: 60 }),
    tag: fc
      .tuple(fc.integer({ min: 0, max: 4 }), amount)
      .map(([version, available]) => `"${version}-${available}"`),
  },
  { requiredKeys: [] },
);

/** The posting, sometimes with a condition on one or each of the assets that it moves. */
function conditional(posting: SinglePosting): fc.Arbitrary<SinglePosting> {
  const moved = [...new Set(routesOf(posting).map(({ asset }) => asset))];
  return fc
    .subarray(moved, { minLength: Math.min(1, moved.length) })
    .chain((conditioned) =>
      fc.tuple(...conditioned.map((asset) => condition.map((one) => ({ ...one, asset })))),
    )
    .chain((conditions) => fc.constantFrom(posting, posting, { ...posting, conditions }));
}

const proposal = (terms: Catalogue): fc.Arbitrary<SingleProposal> =>
  fc.constantFrom(...users).chain((userId) =>
    fc
      .oneof<fc.Arbitrary<SinglePosting>[]>(
        fc.array(leg(userId), { minLength: 1, maxLength: 3 }).map((legs) => ({
          type: 'topup',
          userId,
          legs: legs as [Leg, ...Leg[]],
          reference: null,
          description: null,
          metadata: {},
        })),
        onTerms(userId, terms),
      )
      .chain(conditional)
      .map((posting) => ({ transactionId: 'a transaction', shard: 0, posting, routes: routesOf(posting) })),
  );

const input: fc.Arbitrary<Given> = catalogue
  .chain((terms) =>
    fc.record({
      terms: fc.constant(terms),
      proposals: fc.array(proposal(terms), { maxLength: 40 }),
      // Includes inexact numbers, and values beyond a bigint of PostgreSQL.
      house: fc.constantFrom(0n, -(2n ** 53n), 2n ** 63n),
      balances: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 6, maxLength: 6 }),
      range: fc.record({
        minAmount: fc.integer({ min: 1, max: 5 }),
        maxAmount: fc.constantFrom(40, maxAmount),
      }),
      frozen: fc.option(fc.constantFrom(...users), { nil: undefined }),
      retired: fc.option(fc.constantFrom(...assets), { nil: undefined }),
      clock: fc.integer({ min: -13 * 3_600_000, max: 13 * 3_600_000 }),
    }),
  )
  .map(({ terms, proposals, house, balances, range, frozen, retired, clock }) => {
    const now = new Date(noon + clock);
    const owners: Owner[] = [...users.map(userOwner), ...systemAccounts.map(systemOwner)];
    const accounts = assets.flatMap((asset, assetIndex) =>
      owners.map((owner, ownerIndex): LockedAccount => {
        const isUser = owner.kind === 'user';
        const address = { shard: 0, owner, asset };
        return {
          ...address,
          id: addressKey(address),
          balance: isUser ? BigInt(balances[assetIndex * 3 + ownerIndex] ?? 0) : house,
          version: ownerIndex,
          headHash: Buffer.alloc(32),
          frozen: isUser && owner.id === frozen,
          held: 0,
          owed: 0,
          lapsesAt: null,
          salt: isUser ? Buffer.alloc(16) : null,
          // The first asset has limits; the second has only the general ones.
          ...(assetIndex === 0 ? range : { minAmount: 1, maxAmount }),
          assetRetired: asset === retired,
        };
      }),
    );
    return {
      accounts,
      heads: [{ shard: 0, last: 7, lastAt: new Date(noon) }],
      proposals,
      terms,
      now,
      sessions: sessionsOf(terms, now),
      claimSessions: new Map(),
      groupRules: new Map([[operationGroup.name, operationGroup]]),
      accountSessions: accountSessions(now),
      nextId: () => 'never',
    };
  });

/** Some postings in a row, of one user each, become groups. */
const grouped: fc.Arbitrary<Batch> = fc
  .record({ given: input, sizes: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 40, maxLength: 40 }) })
  .map(({ given, sizes }) => {
    const proposals: Proposal[] = [];
    let waiting = given.proposals;
    for (const size of sizes) {
      const userId = waiting[0]?.posting.userId;
      const others = waiting.findIndex(({ posting }) => posting.userId !== userId);
      const members = waiting.slice(0, Math.min(size, others < 0 ? size : others));
      waiting = waiting.slice(members.length);
      if (size === 1) proposals.push(...members);
      else if (members.length > 0) proposals.push(groupOf(members));
    }
    return { ...given, proposals };
  });

function groupOf(members: readonly SingleProposal[]): Proposal {
  const { transactionId, shard, posting } = members[0]!;
  const details = {
    type: 'operations',
    userId: posting.userId,
    reference: null,
    description: null,
    metadata: {},
  };
  const operationRoutes = members.map(({ routes }) => routes);
  return {
    transactionId,
    shard,
    posting: postingOfGroup(
      operationGroup,
      members.map((member) => member.posting),
      details,
    ),
    routes: operationRoutes.flat(),
    operationRoutes,
  };
}

/** The amounts of a posting and its completion; `undefined` if the catalogue has none. */
function modelOfTerms(posting: SinglePosting, { terms, now }: Batch, completed: ReadonlySet<string>) {
  const legs = routesOf(posting);
  if ('legs' in posting) return { legs, amounts: posting.legs.map(({ amount }) => BigInt(amount)) };
  const asked = posting.asked as any;
  if (posting.rule === conversionRule.name) {
    const rate = terms.rates.get(`${asked.from}/${asked.to}`);
    const amount = BigInt(asked.amount);
    if (!rate || amount % BigInt(rate.fromAmount) !== 0n) return undefined;
    const received = (amount * BigInt(rate.toAmount)) / BigInt(rate.fromAmount);
    return { legs, amounts: [amount, received], isUnmet: received < BigInt(asked.minReceived ?? 0) };
  }
  if (posting.rule === purchaseRule.name) {
    const item = terms.items.get(asked.item);
    if (!item || item.retired || legs.length === 0) return undefined;
    const isUnmet = ![undefined, item.price].includes(asked.expectedPrice);
    return { legs, amounts: [BigInt(item.price) * BigInt(asked.quantity)], isUnmet };
  }
  const task = terms.tasks.get(asked.task);
  if (!task || task.retired || legs.length === 0) return undefined;
  const day = `${now.getUTCFullYear()}-${now.getUTCMonth() === 0 ? '01' : '12'}-${String(now.getUTCDate()).padStart(2, '0')}`;
  const period = { once: 'once', daily: day, unlimited: undefined }[task.limit];
  const completion = period && completionKey({ userId: posting.userId, task: task.code, period });
  if (completion && completed.has(completion)) return undefined;
  return { legs, amounts: [BigInt(task.reward)], completion };
}

function retiredIn({ accounts }: Batch): Set<string> {
  return new Set(accounts.flatMap(({ asset, assetRetired }) => (assetRetired ? [asset] : [])));
}

/** Whether a condition does not hold, by the balance and the number of entries so far. */
function fails(condition: BalanceCondition, balance: bigint, version: number): boolean {
  return (
    (condition.tag ?? `"${version}-${balance}"`) !== `"${version}-${balance}"` ||
    (condition.version ?? version) !== version ||
    balance < BigInt(condition.minBalance ?? 0) ||
    balance > BigInt(condition.maxBalance ?? maxAmount) ||
    balance < BigInt(condition.minAvailable ?? 0)
  );
}

/** The balances after each posting, computed as simply as possible. */
function model(given: Batch) {
  const { accounts, proposals } = given;
  let state = {
    balances: new Map(accounts.map((account) => [addressKey(account), account.balance])),
    versions: new Map(accounts.map((account) => [addressKey(account), account.version])),
    completed: new Set(given.terms.completed),
  };
  const frozen = new Set(accounts.filter((account) => account.frozen).map(({ owner }) => owner.id));
  const limits = new Map(accounts.map((account) => [account.asset, account]));
  const retired = retiredIn(given);
  const accepted = proposals.map(({ posting }) => {
    const trial = {
      balances: new Map(state.balances),
      versions: new Map(state.versions),
      completed: new Set(state.completed),
    };
    if (!operationsOf(posting).every((operation) => happens(operation, trial))) return false;
    state = trial;
    return true;
  });
  return { accepted, balances: state.balances };

  function happens(posting: SinglePosting, { balances: tried, versions, completed }: typeof state): boolean {
    const agreed = modelOfTerms(posting, given, completed);
    if (!agreed || agreed.amounts.some((amount) => amount > BigInt(maxAmount))) return false;
    for (const condition of posting.conditions ?? []) {
      const key = addressKey({ shard: 0, owner: userOwner(posting.userId), asset: condition.asset });
      if (fails(condition, tried.get(key) ?? 0n, versions.get(key) ?? 0)) return false;
    }
    if ('isUnmet' in agreed && agreed.isUnmet) return false;
    const moved: string[] = [];
    for (const [index, { source, destination, asset }] of agreed.legs.entries()) {
      const amount = agreed.amounts[index]!;
      const range = limits.get(asset);
      if (!range || amount < BigInt(range.minAmount) || amount > BigInt(range.maxAmount)) return false;
      if (source.kind === 'system' && retired.has(asset)) return false;
      if (source.kind === 'user' && frozen.has(source.id)) return false;
      for (const [owner, change] of [
        [source, -amount],
        [destination, amount],
      ] as const) {
        const key = addressKey({ shard: 0, owner, asset });
        const after = (tried.get(key) ?? 0n) + change;
        tried.set(key, after);
        moved.push(key);
        if (owner.kind === 'user' && (after < 0n || after > BigInt(maxAmount))) return false;
      }
    }
    for (const key of moved) versions.set(key, (versions.get(key) ?? 0) + 1);
    if (agreed.completion) completed.add(agreed.completion);
    return true;
  }
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

const holds = (name: string, property: (input: Given) => void) => {
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
      expect(history.at(-1)?.balanceAfter).toBe(expected.balances.get(key));
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

  holds('lets a user complete a task no second time in its period', (given) => {
    const completed = new Set(given.terms.completed);
    for (const decision of decide(given)) {
      if (!decision.accepted) continue;
      for (const { data } of decision.effects) {
        const { userId } = decision.proposal.posting;
        const key = completionKey({ userId, ...(data as { task: string; period: string }) });
        expect(completed).not.toContain(key);
        completed.add(key);
      }
    }
  });

  holds('says that something is not found or retired whether the wallet is frozen or not', (given) => {
    const thawed = { ...given, accounts: given.accounts.map((account) => ({ ...account, frozen: false })) };
    const ofCatalogue = (decisions: Decision[]) =>
      decisions.filter((decision) => !decision.accepted && /not-found|retired/.test(decision.refusal.code))
        .length;
    expect(ofCatalogue(decide(given))).toBe(ofCatalogue(decide(thawed)));
  });

  holds('says that something is not found or out of range whether conditions hold or not', (given) => {
    const proposals = given.proposals.map(({ posting, ...proposal }) => ({
      ...proposal,
      posting: { ...posting, conditions: undefined },
    }));
    const ofAmounts = (decisions: Decision[]) =>
      decisions.map((decision) =>
        !decision.accepted && /not-found|out-of-range/.test(decision.refusal.code)
          ? decision.refusal
          : undefined,
      );
    expect(ofAmounts(decide(given))).toEqual(ofAmounts(decide({ ...given, proposals })));
  });

  holds('credits no user in a retired asset', (given) => {
    const retired = retiredIn(given);
    for (const { account, amount } of entriesOf(decide(given))) {
      if (retired.has(account.asset) && account.owner.kind === 'user') expect(amount).toBeLessThan(0);
    }
  });

  holds('decides what credits no user in a retired asset as if it were not retired', (given) => {
    const retired = retiredIn(given);
    const proposals = given.proposals.filter(({ posting }) =>
      routesOf(posting).every(({ source, asset }) => source.kind === 'user' || !retired.has(asset)),
    );
    const inUse = given.accounts.map((account) => ({ ...account, assetRetired: false }));
    const outcomesWith = (accounts: readonly LockedAccount[]) =>
      decide({ ...given, proposals, accounts }).map((decision) =>
        decision.accepted
          ? decision.entries.map(({ amount, balanceAfter }) => [amount, balanceAfter])
          : decision.refusal,
      );
    expect(outcomesWith(given.accounts)).toEqual(outcomesWith(inUse));
  });

  holds('leaves no balance of a user below zero or beyond its limit, at any version', (given) => {
    for (const { account, balanceAfter } of entriesOf(decide(given))) {
      if (account.owner.kind === 'system') continue;
      expect(balanceAfter).toBeGreaterThanOrEqual(0n);
      expect(balanceAfter).toBeLessThanOrEqual(BigInt(maxAmount));
    }
  });

  holds('numbers the entries of an account without a gap, each leading on from the one before', (given) => {
    const start = new Map(given.accounts.map((account) => [addressKey(account), account]));
    for (const [key, history] of byAccount(decide(given))) {
      let before = start.get(key);
      for (const entry of history) {
        expect(entry.version).toBe((before?.version ?? Number.NaN) + 1);
        expect(entry.balanceAfter).toBe((before?.balance ?? 0n) + BigInt(entry.amount));
        before = { ...entry.account, version: entry.version, balance: entry.balanceAfter };
      }
    }
  });

  holds('counts the places of a shard without a gap, at times that do not go back', (given) => {
    const [head] = given.heads;
    let { last, lastAt } = head!;
    for (const decision of decide(given)) {
      if (!decision.accepted) continue;
      expect(decision.place).toBe((last += 1));
      expect(decision.createdAt.getTime()).toBeGreaterThanOrEqual(Math.max(lastAt.getTime(), +given.now));
      lastAt = decision.createdAt;
    }
  });

  holds('lets a refused posting change nothing: without it, all others are decided alike', (given) => {
    const decisions = decide(given);
    const kept = given.proposals.filter((_, index) => decisions[index]?.accepted);
    expect(decide({ ...given, proposals: kept })).toEqual(decisions.filter(({ accepted }) => accepted));
  });

  holds('gives the same output for the same input, which it does not change', (given) => {
    const { accounts, heads, proposals, terms, now } = given;
    const copy = structuredClone({ accounts, heads, proposals, terms, now });
    const first = decide(given);
    expect(decide(given)).toEqual(first);
    expect(given).toMatchObject(copy);
  });
});

const holdsInGroups = (name: string, property: (input: Batch) => void) => {
  it(name, () => {
    fc.assert(fc.property(grouped, property), { numRuns: 500 });
  });
};

describe('decide, for every sequence of postings and groups', () => {
  holdsInGroups('accepts what the model accepts, and ends with its balances', (given) => {
    const decisions = decide(given);
    const expected = model(given);
    expect(decisions.map((decision) => decision.accepted)).toEqual(expected.accepted);
    for (const [key, history] of byAccount(decisions)) {
      expect(history.at(-1)?.balanceAfter).toBe(expected.balances.get(key));
    }
  });

  holdsInGroups('lets a refused posting or group change nothing', (given) => {
    const decisions = decide(given);
    const proposals = given.proposals.filter((_, index) => decisions[index]?.accepted);
    expect(decide({ ...given, proposals })).toEqual(decisions.filter(({ accepted }) => accepted));
  });

  holdsInGroups('moves with an accepted group what its operations move one by one', (given) => {
    const decisions = decide(given);
    const proposals = given.proposals.flatMap((proposal, index) => {
      if (!decisions[index]?.accepted) return [];
      if (!('operationRoutes' in proposal)) return [proposal];
      const { transactionId, shard, posting, operationRoutes } = proposal;
      return posting.operations.map((operation, position) => {
        return { transactionId, shard, posting: operation, routes: operationRoutes[position]! };
      });
    });
    const movesOf = (all: readonly Decision[]) =>
      entriesOf(all).map(({ account, amount, balanceAfter, version }) => {
        return [addressKey(account), amount, balanceAfter, version];
      });
    expect(movesOf(decisions)).toEqual(movesOf(decide({ ...given, proposals })));
  });

  holdsInGroups('numbers the legs of a transaction without a gap', (given) => {
    for (const decision of decide(given)) {
      if (!decision.accepted) continue;
      const legs = [...new Set(decision.entries.map(({ leg }) => leg))];
      expect(legs).toEqual(decision.proposal.posting.legs.map((_, leg) => leg));
    }
  });
});
