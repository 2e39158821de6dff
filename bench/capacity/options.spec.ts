import { type Options, readOptions } from './options.js';

const needed = ['--users', '50M', '--peak', '40000/s'];

const planned = (...more: string[]) =>
  readOptions([...needed, ...more]) as Extract<Options, { action: 'plan' }>;

it('plans for users and a peak, with defaults for the rest', () => {
  expect(planned()).toMatchObject({
    action: 'plan',
    demand: { perSecond: 40_000, latencyMs: 20, instancesPerLane: 'one' },
    hardware: { coresPerNode: 8, coresPerInstance: 1, clusterFactor: 1.2 },
    limits: { utilisation: 0.6, maxConnections: 100 },
    population: { users: 50_000_000, replicas: 1 },
  });
});

it('divides the peak among the kinds of requests', () => {
  const sum = (shares: Record<string, number>) =>
    Object.values(shares).reduce((total, share) => total + share, 0);
  expect(sum(planned().demand.shares)).toBeCloseTo(1);
  const none = ['--spends', '0', '--purchases', '0', '--rewards', '0', '--statements', '0', '--lists', '0'];
  expect(planned('--top-ups', '1', '--balances', '3', ...none).demand.shares).toMatchObject({
    'top-up': 0.25,
    balance: 0.75,
    spend: 0,
  });
});

it.each([
  [[], '--users and --peak are needed'],
  [['--users', '50M'], '--users and --peak are needed'],
  [['--users', 'many', '--peak', '1/s'], '--users takes a number above 0'],
  [['--users', '1', '--peak', '40000'], '--peak takes a rate'],
  [[...needed, '--utilisation', '0.6'], '--utilisation takes a percentage from 1% to 100%, not "0.6"'],
  [[...needed, '--cores-per-instance', '2'], '--cores-per-instance takes a number above 0 to 1, not "2"'],
  [[...needed, '--cores-per-node', '1.5'], '--cores-per-node takes a whole number above 0'],
  [[...needed, '--peak-to-average', '0.5'], '--peak-to-average takes a number from 1'],
  [[...needed, '--routing', 'user'], '--routing takes lane or any, not "user"'],
  [[...needed, '--check'], '--check takes no other option'],
  [['--check', '--measure'], '--check takes no other option'],
  [[...needed, '--spend', '3'], "Unknown option '--spend'"],
  [[...needed, 'more'], "Unexpected argument 'more'"],
])('refuses %j', (args, message) => {
  expect(() => readOptions(args)).toThrow(message);
});

it('refuses a mix without any request', () => {
  const kinds = ['top-ups', 'spends', 'purchases', 'rewards', 'balances', 'statements', 'lists'];
  expect(() => planned(...kinds.flatMap((kind) => [`--${kind}`, '0']))).toThrow(
    'at least one kind of request',
  );
});
