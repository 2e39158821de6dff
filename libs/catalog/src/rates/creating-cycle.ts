import type { ConversionRate } from './conversion-rate.entity.js';

/** Bounds the list of rates, and the search for a cycle in it. */
export const maxRates = 200;

/** An exact positive fraction. Doubles would round 1/3 · 3 below 1, and other products above. */
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
 * A cycle of conversions through `added` that ends with more than it began with: the assets in order, the first one repeated at
 * the end. `undefined` if there is none. A cycle that returns exactly what was put in is fine.
 *
 * Conversions are exact (only whole multiples of a rate are converted), so a cycle multiplies an amount by the product of its
 * rates, without rounding.
 *
 * This is Bellman-Ford with products instead of sums: how much of each asset, itself included, can one unit of `added.to`
 * become? It takes at most one pass per asset, and each pass adds 53 bits to the numbers. `maxRates` bounds the work.
 *
 * Older rates may already form such a cycle. One that `added` leads to is found too.
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
    if (improved.has(added.to)) return cycleBefore(added.to, reached);
  }
  // A chain without a repeated asset is shorter than that, so the path to this asset contains an older cycle.
  const [behindCycle] = improved;
  return behindCycle === undefined ? undefined : cycleBefore(behindCycle, reached);
}

/**
 * Applies each rate once to the amounts before this pass, so numbers grow by one factor per pass. Returns the assets whose
 * amount improved.
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

/** Follows the conversions back from an asset behind a cycle until an asset repeats. */
function cycleBefore(asset: string, reached: ReadonlyMap<string, Reached>): string[] {
  const backwards: string[] = [];
  let at = asset;
  while (!backwards.includes(at)) {
    backwards.push(at);
    const from = reached.get(at)?.from;
    if (from === undefined) throw new Error('The path behind a cycle ended before an asset repeated');
    at = from;
  }
  return [...backwards.slice(backwards.indexOf(at)), at].reverse();
}
