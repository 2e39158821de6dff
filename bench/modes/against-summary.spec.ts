import { type CheckoutPoint, compareCosts, costTargets, isTooNoisy } from './against-summary.js';

/** One round at 64 connections, given the microseconds per top-up of each entrant. */
const round = (number: number, costs: Record<string, number>): CheckoutPoint[] =>
  Object.entries(costs).map(([entrant, us]) => ({
    entrant,
    connections: 64,
    round: number,
    succeeded: 1000,
    // A third is the service's, the rest is PostgreSQL's.
    processorSeconds: { service: us / 3000, database: us / 1500 },
  }));

const total = (points: CheckoutPoint[]) => compareCosts(points).find((row) => row.part === 'total')!;

it('compares within each round, so a slow round changes nothing', () => {
  const points = [
    ...round(1, { this: 110, other: 100, 'other-again': 100 }),
    ...round(2, { this: 220, other: 200, 'other-again': 200 }),
    ...round(3, { this: 110, other: 100, 'other-again': 100 }),
  ];
  expect(total(points)).toMatchObject({ connections: 64, ratio: expect.closeTo(1.1), noise: 0 });
});

it('takes the difference of the other checkout from itself as noise, in either direction', () => {
  expect(total(round(1, { this: 100, other: 100, 'other-again': 98 })).noise).toBeCloseTo(0.02);
  expect(total(round(1, { this: 100, other: 98, 'other-again': 100 })).noise).toBeCloseTo(0.0204, 3);
});

it('repeats a run whose noise is above 3 %, or unknown', () => {
  expect(isTooNoisy(compareCosts(round(1, { this: 100, other: 100, 'other-again': 102 })))).toBe(false);
  expect(isTooNoisy(compareCosts(round(1, { this: 100, other: 100, 'other-again': 104 })))).toBe(true);
  const unknown = round(1, { this: 1, other: 1, 'other-again': 1 }).map((point) => ({
    ...point,
    processorSeconds: undefined,
  }));
  expect(isTooNoisy(compareCosts(unknown))).toBe(true);
});

it('holds a limit if the ratio is at most the limit plus the noise', () => {
  const met = (ours: number) => {
    const rows = compareCosts(round(1, { this: ours, other: 101, 'other-again': 99 }));
    return costTargets(rows, { total: 1.02 })[0]?.met;
  };
  expect(met(103)).toBe(true);
  expect(met(105)).toBe(false);
});

it('judges each part by its limit', () => {
  const points = round(1, { this: 100, other: 100, 'other-again': 100 }).map((point) =>
    point.entrant === 'this' ? { ...point, processorSeconds: { service: 0.05, database: 0.05 } } : point,
  );
  const verdicts = costTargets(compareCosts(points), { total: 1.02, service: 1.15, database: 1.02 });
  expect(verdicts.map(({ met }) => met)).toEqual([true, false, true]);
});
