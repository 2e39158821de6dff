import { parseCount, parseMilliseconds, parseRate, shortBytes, shortCount } from './quantities.js';

it.each([
  ['50M', 50_000_000],
  ['1.5k', 1_500],
  ['2b', 2_000_000_000],
  ['7', 7],
])('reads the count %s as %d', (text, value) => {
  expect(parseCount('--users', text)).toBe(value);
});

it.each(['', '0', 'M', '5T', '-5', '1e6', '50 M', 'many', '٣'])('refuses the count "%s"', (text) => {
  expect(() => parseCount('--users', text)).toThrow(
    `--users takes a number above 0 such as 50M, not "${text}"`,
  );
});

it('reads a rate per second', () => {
  expect(parseRate('--peak', '40000/s')).toBe(40_000);
  expect(parseRate('--peak', '40k/s')).toBe(40_000);
});

it.each(['40000', '40000/m', '/s', '0/s'])('refuses the rate "%s"', (text) => {
  expect(() => parseRate('--peak', text)).toThrow('--peak takes');
});

it('reads a time with its unit', () => {
  expect(parseMilliseconds('--latency', '10ms')).toBe(10);
  expect(parseMilliseconds('--latency', '0.5s')).toBe(500);
  for (const wrong of ['10', '0ms', 'ms', '10us'])
    expect(() => parseMilliseconds('--latency', wrong)).toThrow('--latency takes a time');
});

it('writes three digits', () => {
  expect([999, 16_000, 50e6, 10.52e9].map(shortCount)).toEqual(['999', '16k', '50M', '10.5G']);
  expect([12, 1_091, 10.97e12].map(shortBytes)).toEqual(['12 B', '1.09 kB', '11 TB']);
});
