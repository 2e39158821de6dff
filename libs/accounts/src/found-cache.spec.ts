import { setTimeout } from 'node:timers/promises';
import { FoundCache } from './found-cache.js';

/** A catalogue that records what is read from it. */
function catalogue(assets: Record<string, string>) {
  const asked: string[] = [];
  const cache = new FoundCache((code) => {
    asked.push(code);
    return Promise.resolve(assets[code]);
  });
  return { assets, asked, cache };
}

afterEach(() => {
  jest.restoreAllMocks();
});

it('reads the asset of a code once', async () => {
  const { asked, cache } = catalogue({ sword: 'GOLD' });
  expect([await cache.get('sword'), await cache.get('sword')]).toEqual(['GOLD', 'GOLD']);
  expect(asked).toEqual(['sword']);
});

it('reads a missing code again, since it may be created', async () => {
  const { assets, cache } = catalogue({});
  expect(await cache.get('bow')).toBeUndefined();
  assets['bow'] = 'SILVER';
  expect(await cache.get('bow')).toBe('SILVER');
});

it('does not share a read that began before the creation', async () => {
  const reads: ((asset: string | undefined) => void)[] = [];
  const cache = new FoundCache<string>(() => new Promise((resolve) => reads.push(resolve)));
  const before = cache.get('bow');
  const after = cache.get('bow');
  reads[0]?.(undefined);
  reads[1]?.('GOLD');
  expect([await before, await after]).toEqual([undefined, 'GOLD']);
});

it('reads again after a minute, since the database may have been replaced', async () => {
  let now = performance.now();
  jest.spyOn(performance, 'now').mockImplementation(() => now);
  const { assets, cache } = catalogue({ sword: 'GOLD' });
  await cache.get('sword');
  assets['sword'] = 'SILVER';
  now += 60_000;
  await theClockIsReadAgain();
  expect(await cache.get('sword')).toBe('GOLD');
  now += 1;
  await theClockIsReadAgain();
  expect(await cache.get('sword')).toBe('SILVER');
});

/** The cache reads the clock at most once in a millisecond. */
const theClockIsReadAgain = () => setTimeout(5);

it('evicts the code that was used least recently', async () => {
  const { asked, cache } = catalogue(
    Object.fromEntries(Array.from({ length: 10_001 }, (_, index) => [`item-${index}`, 'GOLD'])),
  );
  for (let index = 0; index < 10_000; index++) await cache.get(`item-${index}`);
  await cache.get('item-0');
  await cache.get('item-10000');
  asked.length = 0;
  await cache.get('item-0');
  await cache.get('item-1');
  expect(asked).toEqual(['item-1']);
});
