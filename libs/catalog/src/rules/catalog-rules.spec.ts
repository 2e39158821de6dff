import type { Fact, Refusal, Resolved, Route, Rule } from '@app/ledger';
import fc from 'fast-check';
import type { CompletionLimit } from '../completion.js';
import { conversionRule } from './conversion-rule.js';
import { purchaseRule } from './purchase-rule.js';
import { taskRule } from './task-rule.js';

const beforeMidnight = new Date('2026-01-31T23:59:59.999Z');
const max = Number.MAX_SAFE_INTEGER;
const wallet = {
  at: beforeMidnight,
  account: () => undefined,
  session: () => {
    throw new Error('The catalogue asks no account rule');
  },
};

interface Given<Asked> {
  facts?: Fact[];
  asked: Asked;
  routes?: readonly Route[];
  now?: Date;
}

/** Decides one posting of alice with these facts: the first refusal, or the resolved posting. */
function decideBy<Asked>(
  rule: Rule<Asked>,
  { facts = [], asked, routes = rule.routes(asked), now = beforeMidnight }: Given<Asked>,
): Resolved | { refusal: Refusal } {
  const session = rule.session(facts, { now });
  const asking = { shard: 3, userId: 'alice', transactionId: 'a transaction', asked, routes };
  for (const check of session.checks) {
    const refusal = check.refusal({ ...asking, wallet });
    if (refusal) return { refusal };
  }
  return session.resolve(asking, wallet);
}

const amountsOf = (resolved: Resolved | { refusal: Refusal }) =>
  'legs' in resolved ? resolved.legs.map(({ amount }) => amount) : undefined;

describe('a purchase', () => {
  const sword = { code: 'sword', name: 'Sword', asset: 'GOLD', price: '120', retired: false };
  const buy = (quantity: number, asset: string | undefined = 'GOLD') => ({
    item: 'sword',
    quantity,
    asset,
    userId: 'alice',
  });

  it('costs price times quantity and records both', () => {
    expect(decideBy(purchaseRule, { facts: [sword], asked: buy(3) })).toEqual({
      legs: [
        {
          source: { kind: 'user', id: 'alice' },
          destination: { kind: 'system', id: 'revenue' },
          asset: 'GOLD',
          amount: 360,
        },
      ],
      description: 'Sword × 3',
      metadata: { purchase: { item: 'sword', quantity: 3, unitPrice: 120 } },
    });
  });

  it.each([
    ['does not exist', { facts: [], asked: buy(1) }],
    [
      'did not exist when the posting was described',
      { facts: [sword], asked: { ...buy(1), asset: undefined } },
    ],
  ])('is refused for an item that %s', (_why, given) => {
    expect(decideBy(purchaseRule, given)).toEqual({ refusal: { code: 'item-not-found', item: 'sword' } });
  });

  it('is refused for a retired item', () => {
    expect(decideBy(purchaseRule, { facts: [{ ...sword, retired: true }], asked: buy(1) })).toEqual({
      refusal: { code: 'item-retired', item: 'sword' },
    });
  });

  it('throws if the item is priced in another asset than the locked account', () => {
    expect(() => decideBy(purchaseRule, { facts: [sword], asked: buy(1, 'SILVER') })).toThrow(
      'sword is priced in GOLD',
    );
  });

  it('is refused exactly when the product exceeds 2^53 − 1, and never rounded', () => {
    const price = fc.oneof(fc.integer({ min: 1, max }), fc.integer({ min: 1, max: 2 ** 35 }));
    fc.assert(
      fc.property(price, fc.integer({ min: 1, max: 1_000_000 }), (price, quantity) => {
        const exact = BigInt(price) * BigInt(quantity);
        const decided = decideBy(purchaseRule, {
          facts: [{ ...sword, price: String(price) }],
          asked: buy(quantity),
        });
        if (exact > BigInt(max)) {
          expect(decided).toEqual({ refusal: { code: 'amount-too-large', asset: 'GOLD', limit: max } });
        } else {
          expect(amountsOf(decided)).toEqual([Number(exact)]);
        }
      }),
      {
        numRuns: 2_000,
        examples: [
          [max, 1],
          [2 ** 52, 2],
          [(max - 1) / 2, 2],
          // Exactly 2^53 − 1.
          [max / 6_361, 6_361],
        ],
      },
    );
  });
});

describe('a task', () => {
  const climb = (limit: CompletionLimit, more: Fact = {}) => ({
    ...{ code: 'climb', name: 'Climb', asset: 'GOLD', reward: '50', limit, completedBy: 'client' },
    ...{ retired: false, userId: 'alice', period: null, ...more },
  });
  const complete = { task: 'climb', by: 'client' as const, asset: 'GOLD', userId: 'alice' };

  it.each<[CompletionLimit, string]>([
    ['once', 'once'],
    ['daily', '2026-01-31'],
  ])('limited to %s pays its reward and completes the period %s', (limit, period) => {
    expect(decideBy(taskRule, { facts: [climb(limit)], asked: complete })).toMatchObject({
      legs: [{ source: { id: 'promotions' }, destination: { id: 'alice' }, amount: 50 }],
      description: 'Climb',
      metadata: { task: { task: 'climb', period } },
      effects: [{ kind: 'task-completion', data: { task: 'climb', period } }],
    });
  });

  it('without a limit pays its reward and records no completion', () => {
    const decided = decideBy(taskRule, { facts: [climb('unlimited', { period: 'once' })], asked: complete });
    expect(decided).toMatchObject({ metadata: { task: { task: 'climb' } } });
    expect(decided).not.toHaveProperty('effects');
  });

  it('is refused forever once completed if limited to once', () => {
    expect(decideBy(taskRule, { facts: [climb('once', { period: 'once' })], asked: complete })).toEqual({
      refusal: { code: 'task-already-completed', task: 'climb' },
    });
  });

  it('is refused until the next UTC day once completed if daily', () => {
    const facts = [climb('daily', { period: '2026-01-31' })];
    expect(decideBy(taskRule, { facts, asked: complete })).toEqual({
      refusal: {
        code: 'task-already-completed',
        task: 'climb',
        availableAt: '2026-02-01T00:00:00.000Z',
      },
    });
    const midnight = new Date('2026-02-01T00:00:00.000Z');
    expect(decideBy(taskRule, { facts, asked: complete, now: midnight })).toMatchObject({
      effects: [{ data: { period: '2026-02-01' } }],
    });
  });

  it('stays open today if an earlier clock skew dated a completion tomorrow', () => {
    const facts = [climb('daily', { period: '2026-02-01' }), climb('daily', { period: '2026-01-30' })];
    expect(amountsOf(decideBy(taskRule, { facts, asked: complete }))).toEqual([50]);
  });

  it('counts as completed for later postings in the same batch', () => {
    const asking = {
      shard: 3,
      userId: 'alice',
      transactionId: 'a transaction',
      asked: complete,
      routes: taskRule.routes(complete),
    };
    const first = taskRule.session([climb('once')], { now: beforeMidnight });
    const next = first.accept(asking, first.resolve(asking, wallet));
    const refusals = ({ checks }: typeof first) =>
      checks.flatMap((check) => check.refusal({ ...asking, wallet }) ?? []);
    expect(refusals(next)).toMatchObject([{ code: 'task-already-completed' }]);
    expect(refusals(first)).toEqual([]);
  });

  it('pays a player only if the task is open to players, and a client always', () => {
    const asPlayer = { ...complete, by: 'player' as const };
    const forPlayers = [climb('once', { completedBy: 'player' })];
    expect(amountsOf(decideBy(taskRule, { facts: forPlayers, asked: asPlayer }))).toEqual([50]);
    expect(amountsOf(decideBy(taskRule, { facts: forPlayers, asked: complete }))).toEqual([50]);
    expect(() => decideBy(taskRule, { facts: [climb('once')], asked: asPlayer })).toThrow(
      'Players cannot complete the task climb',
    );
  });

  it('is not completed by another user', () => {
    const facts = [climb('once'), climb('once', { userId: 'bob', period: 'once' })];
    expect(amountsOf(decideBy(taskRule, { facts, asked: complete }))).toEqual([50]);
  });

  it.each([
    ['task-not-found', { facts: [], asked: complete }],
    ['task-not-found', { facts: [climb('once')], asked: { ...complete, asset: undefined } }],
    ['task-retired', { facts: [climb('once', { retired: true })], asked: complete }],
  ])('is refused as %s', (code, given) => {
    expect(decideBy(taskRule, given)).toEqual({ refusal: { code, task: 'climb' } });
  });
});

describe('a conversion', () => {
  const pair = { from: 'SILVER', to: 'GOLD' };
  const at = (fromAmount: number, toAmount: number) => [
    { ...pair, fromAmount: String(fromAmount), toAmount: String(toAmount) },
  ];
  const convert = (amount: number) => ({ ...pair, amount, userId: 'alice' });

  it('credits the second amount of the rate for each whole first amount', () => {
    expect(decideBy(conversionRule, { facts: at(50, 2), asked: convert(150) })).toMatchObject({
      legs: [
        { source: { id: 'alice' }, destination: { id: 'exchange' }, asset: 'SILVER', amount: 150 },
        { source: { id: 'exchange' }, destination: { id: 'alice' }, asset: 'GOLD', amount: 6 },
      ],
      description: '150 SILVER → 6 GOLD',
      metadata: { conversion: { from: 'SILVER', to: 'GOLD', fromAmount: 50, toAmount: 2 } },
    });
  });

  it('is refused without an offered rate, even if the reverse rate exists', () => {
    const back = { from: 'GOLD', to: 'SILVER', amount: 50, userId: 'alice' };
    expect(decideBy(conversionRule, { facts: at(50, 1), asked: back })).toEqual({
      refusal: { code: 'conversion-not-offered', from: 'GOLD', to: 'SILVER' },
    });
  });

  it.each([1, 49, 51, max])('refuses %i at 50 to 1, which is not a whole multiple', (amount) => {
    expect(decideBy(conversionRule, { facts: at(50, 1), asked: convert(amount) })).toEqual({
      refusal: { code: 'amount-not-convertible', ...pair, multipleOf: 50 },
    });
  });

  it('is exact, or refused if the result exceeds 2^53 − 1', () => {
    const rate = fc.integer({ min: 1, max: 2 ** 30 });
    fc.assert(
      fc.property(
        rate,
        fc.integer({ min: 1, max }),
        fc.integer({ min: 1, max: 2 ** 22 }),
        (fromAmount, toAmount, times) => {
          const exact = BigInt(toAmount) * BigInt(times);
          const facts = at(fromAmount, toAmount);
          const decided = decideBy(conversionRule, { facts, asked: convert(fromAmount * times) });
          if (exact > BigInt(max)) {
            expect(decided).toEqual({ refusal: { code: 'amount-too-large', asset: 'GOLD', limit: max } });
          } else {
            expect(amountsOf(decided)).toEqual([fromAmount * times, Number(exact)]);
          }
        },
      ),
    );
  });
});
