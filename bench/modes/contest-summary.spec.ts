import { contestTargets, summarise } from './contest-summary.mjs';

const point = (contestant: string, connections: number, perSecond: number) => ({
  contestant,
  connections,
  perSecond,
  p50Ms: 1,
  p99Ms: 2,
  failed: 1,
});

const points = [
  point('wallet', 64, 900),
  point('wallet', 64, 5000),
  point('wallet', 64, 1000),
  point('ceiling', 64, 2000),
  point('function', 8, 500),
  point('function', 64, 200),
];

it('takes the median of the rounds, and adds what failed in any of them', () => {
  const [wallet] = summarise(points).filter((row: any) => row.contestant === 'wallet');
  expect(wallet).toMatchObject({ connections: 64, perSecond: 1000, failed: 3 });
});

it('says how many times as fast the wallet is at the same number of connections', () => {
  const times = summarise(points).map((row: any) => [row.contestant, row.connections, row.walletTimes]);
  expect(times).toEqual([
    ['function', 8, NaN],
    ['wallet', 64, 1],
    ['ceiling', 64, 0.5],
    ['function', 64, 5],
  ]);
});

it('holds the wallet to the best that the function reaches anywhere', () => {
  const targets = contestTargets(summarise(points), []);
  expect(targets).toContainEqual(
    expect.objectContaining({ name: 'wallet at 64 ÷ function at its best', value: 2, met: false }),
  );
  expect(targets).toContainEqual(
    expect.objectContaining({ name: 'wallet ÷ function at 64', value: 5, met: true }),
  );
});

it('does not call a target met that was not measured', () => {
  for (const { value, met } of contestTargets(summarise([]), [])) expect([value, met]).toEqual([NaN, false]);
});
