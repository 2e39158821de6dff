import type { ConversionRate } from './conversion-rate.js';

/** An exact positive fraction. Doubles would take 1/3 · 3 for less than 1, and other products for more. */
interface Fraction {
  numerator: bigint;
  denominator: bigint;
}

interface Reached {
  /** The most of this asset that one unit of some asset can become. */
  most: Fraction;
  /** The asset converted last to get there; `undefined` at the start. */
  from: string | undefined;
}

/**
 * A round of conversions through `added` that ends with more than it began with: the assets in order, the first one
 * again at the end. `undefined` if there is none. A round that gives back exactly what was put in creates nothing.
 *
 * A conversion is exact (only whole multiples of a rate are converted), so a round multiplies an amount by the product
 * of its rates, and nothing is gained or lost to rounding.
 *
 * The algorithm is Bellman-Ford's with products instead of sums: how much can one unit of `added.to` become of every
 * asset, and of itself? That takes at most as many passes as there are assets, each with numbers 53 bits longer than the
 * pass before. `maxRates` bounds the work.
 *
 * Rates from before this rule may hold such a round already. One that `added` leads to is found too.
 */
export function creatingCycle(
  others: readonly ConversionRate[],
  added: ConversionRate,
): string[] | undefined {
  const rates = [...others, added];
  const assets = new Set(rates.flatMap(({ from, to }) => [from, to]));
  const reached = new Map<string, Reached>([
    [added.to, { most: { numerator: 1n, denominator: 1n }, from: undefined }],
  ]);
  let improved = new Set([added.to]);
  for (let pass = 0; pass < assets.size; pass++) {
    improved = improveAlong(
      rates.filter(({ from }) => improved.has(from)),
      reached,
    );
    if (improved.has(added.to)) return roundBefore(added.to, reached);
  }
  // A chain without a repeated asset is shorter than that: the way to this asset leads through an older round.
  const [behindRound] = improved;
  return behindRound === undefined ? undefined : roundBefore(behindRound, reached);
}

/**
 * Takes each rate once, from what was reached before this pass, so numbers grow by one factor a pass. Answers the
 * assets of which more can be had than before.
 */
function improveAlong(rates: readonly ConversionRate[], reached: Map<string, Reached>): Set<string> {
  const improved = new Set<string>();
  const before = new Map(reached);
  for (const { from, to, fromAmount, toAmount } of rates) {
    const start = before.get(from);
    if (!start) continue;
    const converted = {
      numerator: start.most.numerator * BigInt(toAmount),
      denominator: start.most.denominator * BigInt(fromAmount),
    };
    const known = reached.get(to);
    if (known && !isMore(converted, known.most)) continue;
    reached.set(to, { most: converted, from });
    improved.add(to);
  }
  return improved;
}

function isMore(one: Fraction, other: Fraction): boolean {
  return one.numerator * other.denominator > other.numerator * one.denominator;
}

/** Goes back along the conversions from an asset behind a round until an asset comes again. */
function roundBefore(asset: string, reached: ReadonlyMap<string, Reached>): string[] {
  const backwards: string[] = [];
  let at = asset;
  while (!backwards.includes(at)) {
    backwards.push(at);
    const from = reached.get(at)?.from;
    if (from === undefined) throw new Error('a way that went through a round has a beginning');
    at = from;
  }
  return [...backwards.slice(backwards.indexOf(at)), at].reverse();
}
