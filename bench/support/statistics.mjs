/** The smallest value that at least `percent` of all values do not exceed (nearest rank). */
export function percentile(values, percent) {
  if (values.length === 0) return NaN;
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)];
}

export function median(values) {
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The largest value; NaN of none. */
export function highest(values) {
  return values.length === 0 ? NaN : Math.max(...values);
}

/** What the same measurement gave in several rounds, as one. */
export function medians(rounds) {
  return {
    perSecond: median(rounds.map((round) => round.perSecond)),
    p50Ms: median(rounds.map((round) => round.p50Ms)),
    p99Ms: median(rounds.map((round) => round.p99Ms)),
    failed: rounds.reduce((sum, { failed }) => sum + failed, 0),
  };
}
