import fc from 'fast-check';
import { completionKey, type CompletionLimit } from '../completion.js';
import type { Item } from '../items.js';
import type { Task } from '../tasks.js';
import { quote, type QuoteContext } from './quote.js';
import { noTermsInForce, rateKey, type Terms, type TermsInForce } from './terms.js';

const now = new Date('2026-01-31T23:59:59.999Z');
const max = Number.MAX_SAFE_INTEGER;

function inForce(more: Partial<TermsInForce>, assets: string[] = ['GOLD'], at = now): QuoteContext {
  return { assets, userId: 'alice', inForce: { ...noTermsInForce, ...more }, now: at };
}

describe('a purchase', () => {
  const sword: Item = { code: 'sword', name: 'Sword', asset: 'GOLD', price: 120, retired: false };
  const offered = (item: Partial<Item> = {}) => ({ items: new Map([['sword', { ...sword, ...item }]]) });
  const buy = (quantity: number): Terms => ({ kind: 'purchase', item: 'sword', quantity });

  it('costs the price times the quantity, and says what was agreed', () => {
    expect(quote(buy(3), inForce(offered()))).toEqual({
      amounts: [360],
      description: 'Sword × 3',
      metadata: { purchase: { item: 'sword', quantity: 3, unitPrice: 120 } },
    });
  });

  it('is refused of an item that does not exist', () => {
    expect(quote(buy(1), inForce({}))).toEqual({ refusal: { code: 'item-not-found', item: 'sword' } });
  });

  it('is refused of an item that did not exist when the posting was described', () => {
    expect(quote(buy(1), inForce(offered(), []))).toEqual({
      refusal: { code: 'item-not-found', item: 'sword' },
    });
  });

  it('is refused of a retired item', () => {
    expect(quote(buy(1), inForce(offered({ retired: true })))).toEqual({
      refusal: { code: 'item-retired', item: 'sword' },
    });
  });

  it('fails loudly when the item is in another asset than the account that is locked', () => {
    expect(() => quote(buy(1), inForce(offered(), ['SILVER']))).toThrow('sword is priced in GOLD');
  });

  it('is refused exactly when the product is beyond 2^53 − 1, and never rounded', () => {
    const price = fc.oneof(fc.integer({ min: 1, max }), fc.integer({ min: 1, max: 2 ** 35 }));
    fc.assert(
      fc.property(price, fc.integer({ min: 1, max: 1_000_000 }), (price, quantity) => {
        const exact = BigInt(price) * BigInt(quantity);
        const quoted = quote(buy(quantity), inForce(offered({ price })));
        if (exact > BigInt(max)) {
          expect(quoted).toEqual({ refusal: { code: 'amount-too-large', asset: 'GOLD', limit: max } });
        } else {
          expect(quoted).toMatchObject({ amounts: [Number(exact)] });
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
  const task = (limit: CompletionLimit, more: Partial<Task> = {}) => {
    const climb: Task = {
      ...{ code: 'climb', name: 'Climb', asset: 'GOLD', reward: 50, limit },
      ...{ completedBy: 'client', retired: false, ...more },
    };
    return { tasks: new Map([['climb', climb]]) };
  };
  const climb: Terms = { kind: 'task', task: 'climb', by: 'client' };
  const done = (period: string, userId = 'alice') => ({
    completed: new Set([completionKey({ userId, task: 'climb', period })]),
  });

  it.each<[CompletionLimit, string]>([
    ['once', 'once'],
    ['daily', '2026-01-31'],
  ])('that is limited to %s pays its reward and completes the period %s', (limit, period) => {
    expect(quote(climb, inForce(task(limit)))).toEqual({
      amounts: [50],
      description: 'Climb',
      metadata: { task: { task: 'climb', period } },
      completion: { userId: 'alice', task: 'climb', period },
    });
  });

  it('that is unlimited pays its reward and completes nothing', () => {
    expect(quote(climb, inForce({ ...task('unlimited'), ...done('once') }))).toEqual({
      amounts: [50],
      description: 'Climb',
      metadata: { task: { task: 'climb' } },
    });
  });

  it('is refused for good when it was completed and is limited to once', () => {
    expect(quote(climb, inForce({ ...task('once'), ...done('once') }))).toEqual({
      refusal: { code: 'task-already-completed', task: 'climb' },
    });
  });

  it('is refused until the next day begins in UTC when it was completed and is daily', () => {
    const completed = { ...task('daily'), ...done('2026-01-31') };
    expect(quote(climb, inForce(completed))).toEqual({
      refusal: {
        code: 'task-already-completed',
        task: 'climb',
        availableAt: '2026-02-01T00:00:00.000Z',
      },
    });
    const midnight = new Date('2026-02-01T00:00:00.000Z');
    expect(quote(climb, inForce(completed, ['GOLD'], midnight))).toMatchObject({
      completion: { period: '2026-02-01' },
    });
  });

  it('pays a player only for a task open to players, and a client always', () => {
    const asPlayer: Terms = { ...climb, by: 'player' };
    const forPlayers = task('once', { completedBy: 'player' });
    expect(quote(asPlayer, inForce(forPlayers))).toMatchObject({ amounts: [50] });
    expect(quote(climb, inForce(forPlayers))).toMatchObject({ amounts: [50] });
    expect(() => quote(asPlayer, inForce(task('once')))).toThrow('Players cannot complete the task climb');
  });

  it('is not completed by somebody else', () => {
    const others = { ...task('once'), ...done('once', 'bob') };
    expect(quote(climb, inForce(others))).toMatchObject({ amounts: [50] });
  });

  it('is refused when it does not exist, did not exist, or is retired', () => {
    const refusals = [inForce({}), inForce(task('once'), []), inForce(task('once', { retired: true }))].map(
      (context) => quote(climb, context),
    );
    expect(refusals).toEqual([
      { refusal: { code: 'task-not-found', task: 'climb' } },
      { refusal: { code: 'task-not-found', task: 'climb' } },
      { refusal: { code: 'task-retired', task: 'climb' } },
    ]);
  });
});

describe('a conversion', () => {
  const pair = { from: 'SILVER', to: 'GOLD' };
  const assets = ['SILVER', 'GOLD'];
  const at = (fromAmount: number, toAmount: number) => ({
    rates: new Map([[rateKey(pair), { ...pair, fromAmount, toAmount }]]),
  });
  const convert = (amount: number): Terms => ({ kind: 'conversion', ...pair, amount });

  it('gives the second amount of the rate for each whole first amount', () => {
    expect(quote(convert(150), inForce(at(50, 2), assets))).toEqual({
      amounts: [150, 6],
      description: '150 SILVER → 6 GOLD',
      metadata: { conversion: { from: 'SILVER', to: 'GOLD', fromAmount: 50, toAmount: 2 } },
    });
  });

  it('is refused along a rate that is not offered, in the other direction too', () => {
    const back: Terms = { kind: 'conversion', from: 'GOLD', to: 'SILVER', amount: 50 };
    expect(quote(back, inForce(at(50, 1), ['GOLD', 'SILVER']))).toEqual({
      refusal: { code: 'conversion-not-offered', from: 'GOLD', to: 'SILVER' },
    });
  });

  it.each([1, 49, 51, max])('is refused of %i at 50 to 1, which is no whole multiple', (amount) => {
    expect(quote(convert(amount), inForce(at(50, 1), assets))).toEqual({
      refusal: { code: 'amount-not-convertible', ...pair, multipleOf: 50 },
    });
  });

  it('is exact, or refused when what comes out is beyond 2^53 − 1', () => {
    const rate = fc.integer({ min: 1, max: 2 ** 30 });
    fc.assert(
      fc.property(
        rate,
        fc.integer({ min: 1, max }),
        fc.integer({ min: 1, max: 2 ** 22 }),
        (fromAmount, toAmount, times) => {
          const exact = BigInt(toAmount) * BigInt(times);
          const quoted = quote(convert(fromAmount * times), inForce(at(fromAmount, toAmount), assets));
          if (exact > BigInt(max)) {
            expect(quoted).toEqual({ refusal: { code: 'amount-too-large', asset: 'GOLD', limit: max } });
          } else {
            expect(quoted).toMatchObject({ amounts: [fromAmount * times, Number(exact)] });
          }
        },
      ),
    );
  });
});
