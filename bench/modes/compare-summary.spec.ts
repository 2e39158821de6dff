import { comparisonTargets, summariseComparison } from './compare-summary.js';

const point = (implementation: string, connections: number, perSecond: number) => ({
  implementation,
  connections,
  perSecond,
  p50Ms: 1,
  p99Ms: 2,
  failed: 1,
  succeeded: 1,
});

const points = [
  point('wallet', 64, 900),
  point('wallet', 64, 5000),
  point('wallet', 64, 1000),
  point('ceiling', 64, 2000),
  point('function', 8, 500),
  point('function', 64, 200),
];

it('takes the median of the rounds, and adds up what failed in any of them', () => {
  const wallet = summariseComparison(points).find((row) => row.implementation === 'wallet');
  expect(wallet).toMatchObject({ connections: 64, perSecond: 1000, failed: 3 });
});

it('tells how many times as fast the wallet is at the same number of connections', () => {
  const times = summariseComparison(points).map((row) => [
    row.implementation,
    row.connections,
    row.walletTimes,
  ]);
  expect(times).toEqual([
    ['function', 8, NaN],
    ['wallet', 64, 1],
    ['ceiling', 64, 0.5],
    ['function', 64, 5],
  ]);
});

it('compares the wallet with the best rate of the function at any number of connections', () => {
  const targets = comparisonTargets(summariseComparison(points), []);
  expect(targets).toContainEqual(
    expect.objectContaining({ name: 'wallet at 64 ÷ function at its best', value: 2, met: false }),
  );
  expect(targets).toContainEqual(
    expect.objectContaining({ name: 'wallet ÷ function at 64', value: 5, met: true }),
  );
});

it('does not call a target met that was not measured', () => {
  for (const { value, met } of comparisonTargets([], [])) expect([value, met]).toEqual([NaN, false]);
});
