import * as fc from 'fast-check';
import type { ConversionRate } from './conversion-rate.entity.js';
import { creatingCycle, maxRates } from './creating-cycle.js';

const max = Number.MAX_SAFE_INTEGER;
const rate = (from: string, to: string, fromAmount: number, toAmount: number): ConversionRate => ({
  ...{ from, to, fromAmount, toAmount },
});

const created = ([added, ...others]: [ConversionRate, ...ConversionRate[]]) => creatingCycle(others, added);

it('finds no cycle in a single rate or a chain', () => {
  expect(created([rate('A', 'B', 1, max)])).toBeUndefined();
  expect(created([rate('A', 'B', 1, max), rate('B', 'C', 1, max)])).toBeUndefined();
  expect(created([rate('B', 'C', 1, max), rate('A', 'B', 1, max)])).toBeUndefined();
});

it.each([
  ['less', 3, 1, 3, 1, false],
  ['exactly as much', 3, 7, 7, 3, false],
  ['more', 3, 7, 7, 4, true],
  ['exactly as much, where doubles round down', 49, 1, 1, 49, false],
  ['more by one part in 2^106, which doubles cannot represent', max, max - 1, max - 2, max - 1, true],
  ['less by one part in 2^106, which doubles cannot represent', max - 1, max, max - 1, max - 2, false],
])('decides a round trip that returns %s', (_what, give, get, giveBack, getBack, creates) => {
  const there = rate('A', 'B', give, get);
  const back = rate('B', 'A', giveBack, getBack);
  expect(created([there, back]) !== undefined).toBe(creates);
  expect(created([back, there]) !== undefined).toBe(creates);
});

const triangle = [rate('A', 'B', 2, 3), rate('B', 'C', 1, 1), rate('C', 'A', 4, 3)] as const;

it('names the cycle without the assets that only lead to it', () => {
  const around = [rate('IN', 'A', 1, 9), rate('C', 'OUT', 1, 9)];
  for (const added of triangle) {
    const cycle = created([added, ...triangle.filter((each) => each !== added), ...around]);
    expect(cycle).toHaveLength(4);
    expect(cycle?.[0]).toBe(cycle?.[3]);
    expect('ABCABC').toContain(cycle!.slice(0, 3).join(''));
  }
});

it('ignores an older cycle unless the new rate leads to it', () => {
  expect(created([rate('X', 'Y', 1, 1), ...triangle])).toBeUndefined();
  expect(created([rate('A', 'X', 1, 1), ...triangle])).toBeUndefined();
  expect(created([rate('X', 'A', 1, 1), ...triangle])).toHaveLength(4);
  // Lowered until the cycle returns exactly what was put in.
  expect(created([rate('A', 'B', 3, 4), triangle[1], triangle[2]])).toBeUndefined();
});

/** Tries every cycle without a repeated asset. */
function hasCreatingRound(rates: readonly ConversionRate[]): boolean {
  const follow = (start: string, at: string, seen: string[], given: bigint, got: bigint): boolean =>
    rates.some(({ from, to, fromAmount, toAmount }) => {
      if (from !== at) return false;
      const [nextGiven, nextGot] = [given * BigInt(fromAmount), got * BigInt(toAmount)];
      if (to === start) return nextGot > nextGiven;
      return !seen.includes(to) && follow(start, to, [...seen, to], nextGiven, nextGot);
    });
  return rates.some(({ from }) => follow(from, from, [from], 1n, 1n));
}

it('agrees with a brute-force search for any sequence of rates', () => {
  const asset = fc.constantFrom('A', 'B', 'C', 'D', 'E');
  const amount = fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: max - 3, max }));
  const offers = fc
    .array(fc.tuple(asset, asset, amount, amount), { maxLength: 15 })
    .map((tuples) => tuples.map((tuple) => rate(...tuple)).filter(({ from, to }) => from !== to));
  fc.assert(
    fc.property(offers, (rates) => {
      let offered: ConversionRate[] = [];
      for (const added of rates) {
        const others = offered.filter(({ from, to }) => from !== added.from || to !== added.to);
        const cycle = creatingCycle(others, added);
        expect(cycle !== undefined).toBe(hasCreatingRound([...others, added]));
        if (cycle) expect(productOf(cycle, [...others, added])).toBe('above 1');
        else offered = [...others, added];
      }
    }),
    { numRuns: 500 },
  );
});

function productOf(cycle: readonly string[], rates: readonly ConversionRate[]): string {
  const legs = cycle.slice(1).map((to, index) => {
    return rates.find((each) => each.from === cycle[index] && each.to === to)!;
  });
  const product = (of: (leg: ConversionRate) => number) =>
    legs.reduce((all, leg) => all * BigInt(of(leg)), 1n);
  const isClosed = cycle[0] === cycle.at(-1);
  return isClosed && product((leg) => leg.toAmount) > product((leg) => leg.fromAmount)
    ? 'above 1'
    : 'not above 1';
}

it('decides the longest possible cycle', () => {
  const length = maxRates - 1;
  const chain = Array.from({ length }, (_, index) => rate(`A${index}`, `A${index + 1}`, max - 1, max));
  expect(created([rate(`A${length}`, 'A0', max, max), ...chain])).toHaveLength(maxRates + 1);
  expect(created([rate(`A${length}`, 'A0', max, 1), ...chain])).toBeUndefined();
});

it('decides a graph in which every pass improves on most assets', () => {
  // Steps of two reach each asset first; every pass that takes one more step of one improves on it.
  const length = maxRates / 2;
  const ladder = Array.from({ length: length - 1 }, (_, index) => [
    rate(`A${index}`, `A${index + 1}`, max - 1, max),
    rate(`A${index}`, `A${index + 2}`, max, max),
  ]).flat();
  expect(created([rate(`A${length - 1}`, 'A0', max, 1), ...ladder])).toBeUndefined();
});
