import { type Cost, greatestDifference } from '../calibration.js';

/**
 * The two cheapest measurements; `undefined` of fewer than two. The cheapest, because other load on the machine empties caches and
 * adds processor time; it never saves any.
 */
export function cheapestTwo<Measurement extends Cost>(
  measurements: readonly Measurement[],
): [Measurement, Measurement] | undefined {
  const [least, second] = [...measurements].sort((a, b) => total(a) - total(b));
  return least && second ? [least, second] : undefined;
}

/** How far the second lies above the first: 0.1 is a tenth. */
export function differenceOf([least, second]: readonly [Cost, Cost]): number {
  return total(second) / total(least) - 1;
}

/** Whether the two cheapest agree. */
export function agrees(measurements: readonly Cost[]): boolean {
  const two = cheapestTwo(measurements);
  return two !== undefined && differenceOf(two) <= greatestDifference;
}

function total({ serviceUs, databaseUs }: Cost): number {
  return serviceUs + databaseUs;
}
