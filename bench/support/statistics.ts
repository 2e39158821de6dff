/** What one measurement found, or the medians of several. */
export interface Rates {
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
  failed: number;
}

/** The smallest value that at least `percent` of all values do not exceed (nearest rank). */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? NaN;
}

export function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

/** The largest value; NaN of none. */
export function highest(values: readonly number[]): number {
  return values.length === 0 ? NaN : Math.max(...values);
}

/** The medians of one measurement over its rounds. Failures are added up. */
export function medians(rounds: readonly Rates[]): Rates {
  return {
    perSecond: median(rounds.map((round) => round.perSecond)),
    p50Ms: median(rounds.map((round) => round.p50Ms)),
    p99Ms: median(rounds.map((round) => round.p99Ms)),
    failed: rounds.reduce((sum, { failed }) => sum + failed, 0),
  };
}

/** The medians over the rounds, by what was measured. */
export function summarise(points: readonly (Rates & { what: string })[]): Record<string, Rates> {
  const names = [...new Set(points.map(({ what }) => what))];
  return Object.fromEntries(names.map((name) => [name, medians(points.filter(({ what }) => what === name))]));
}

/** How many times as high the rate of `name` is as that of `other`; NaN if one of them was not measured. */
export function rateRatio(rows: Record<string, Rates>, name: string, other: string): number {
  return (rows[name]?.perSecond ?? NaN) / (rows[other]?.perSecond ?? NaN);
}
