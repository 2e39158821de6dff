import fc from 'fast-check';
import { costAt, fitCurve } from './curve.js';

const cost = fc.integer({ min: 1, max: 5_000 });
const shares = fc.uniqueArray(fc.integer({ min: 1, max: 200 }), { minLength: 2, maxLength: 6 });

it('finds the curve that points lie on', () => {
  fc.assert(
    fc.property(cost, cost, shares, (perRequestUs, sharedUs, all) => {
      const curve = { perRequestUs, sharedUs };
      const fitted = fitCurve(all.map((count) => ({ shares: count, us: costAt(curve, count) })));
      for (const count of all) expect(costAt(fitted, count) / costAt(curve, count)).toBeCloseTo(1, 6);
    }),
  );
});

it('never fits a negative cost, whatever was measured', () => {
  fc.assert(
    fc.property(shares, fc.array(cost, { minLength: 6, maxLength: 6 }), (all, costs) => {
      const fitted = fitCurve(all.map((count, index) => ({ shares: count, us: costs[index] ?? 1 })));
      expect(fitted.perRequestUs).toBeGreaterThanOrEqual(0);
      expect(fitted.sharedUs).toBeGreaterThanOrEqual(0);
    }),
  );
});

it('weighs errors relative to the cost', () => {
  const { perRequestUs } = fitCurve([
    { shares: 1, us: 1_000 },
    { shares: 1, us: 1_200 },
    { shares: 100, us: 100 },
  ]);
  expect(perRequestUs).toBeGreaterThan(85);
});

it('refuses points that all share alike', () => {
  expect(() => fitCurve([{ shares: 4, us: 1 }])).toThrow(/differ/);
});
