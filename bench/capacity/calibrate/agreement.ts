import type { Cost } from '../calibration.js';

/** Two measurements of one point agree if the larger is at most this much above the smaller. */
export const greatestDifference = 0.1;

export interface Agreement {
  cost: Cost;
  difference: number;
}

/** The mean of the two measurements whose totals are closest, and how far they lie apart. `undefined` of fewer than two. */
export function agreeOn(measurements: readonly Cost[]): Agreement | undefined {
  const sorted = [...measurements].sort((a, b) => total(a) - total(b));
  let best: Agreement | undefined;
  for (const [index, above] of sorted.slice(1).entries()) {
    const below = sorted[index] ?? above;
    const difference = total(above) / total(below) - 1;
    if (best && best.difference <= difference) continue;
    const mean = (part: keyof Cost) => (above[part] + below[part]) / 2;
    best = { difference, cost: { serviceUs: mean('serviceUs'), databaseUs: mean('databaseUs') } };
  }
  return best;
}

export function total({ serviceUs, databaseUs }: Cost): number {
  return serviceUs + databaseUs;
}
