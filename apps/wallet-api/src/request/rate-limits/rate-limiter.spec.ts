import { RateLimiter } from './rate-limiter.js';

const limit = { name: 'address', quota: 1, seconds: 3_600 };
const isAllowed = async (limiter: RateLimiter, caller: string) => (await limiter.take(caller)).allowed;

it('allows each caller its quota', async () => {
  const limiter = new RateLimiter(limit);
  expect([await isAllowed(limiter, 'a'), await isAllowed(limiter, 'a')]).toEqual([true, false]);
  expect(await isAllowed(limiter, 'b')).toBe(true);
});

it('tracks a bounded number of callers, and evicts the one with the oldest window', async () => {
  const limiter = new RateLimiter(limit, 2);
  for (const caller of ['a', 'b', 'c']) await limiter.take(caller);
  expect([await isAllowed(limiter, 'c'), await isAllowed(limiter, 'b')]).toEqual([false, false]);
  expect(await isAllowed(limiter, 'a')).toBe(true);
});

it('starts a new window after a reset', async () => {
  const limiter = new RateLimiter(limit);
  await limiter.take('a');
  await limiter.reset('a');
  expect(await isAllowed(limiter, 'a')).toBe(true);
});
