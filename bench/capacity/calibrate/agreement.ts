import type { Cost } from '../calibration.js';

/** Two measurements of one point agree if the larger is at most this much above the smaller. */
export const greatestDifference = 0.1;

export interface Agreement {
  cost: Cost;
  difference: number;
}

/**
 * The mean of the two cheapest measurements, and how far they lie apart. `undefined` of fewer than two. The cheapest, because other
 * load on the machine empties caches and adds processor time; it never saves any.
 */
export function agreeOn(measurements: readonly Cost[]): Agreement | undefined {
  const [least, second] = [...measurements].sort((a, b) => total(a) - total(b));
  if (!least || !second) return undefined;
  const mean = (part: keyof Cost) => (least[part] + second[part]) / 2;
  return {
    cost: { serviceUs: mean('serviceUs'), databaseUs: mean('databaseUs') },
    difference: total(second) / total(least) - 1,
  };
}

function total({ serviceUs, databaseUs }: Cost): number {
  return serviceUs + databaseUs;
}
