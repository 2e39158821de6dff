import { AssetCodeCache } from './asset-code-cache.js';

/** A catalogue that records what is read from it. */
function catalogue(assets: Record<string, string>) {
  const asked: string[] = [];
  const cache = new AssetCodeCache((code) => {
    asked.push(code);
    return Promise.resolve(assets[code]);
  });
  return { assets, asked, cache };
}

afterEach(() => jest.useRealTimers());

it('reads the asset of a code once', async () => {
  const { asked, cache } = catalogue({ sword: 'GOLD' });
  expect([await cache.of('sword'), await cache.of('sword')]).toEqual(['GOLD', 'GOLD']);
  expect(asked).toEqual(['sword']);
});

it('reads a missing code again, since it may be created', async () => {
  const { assets, cache } = catalogue({});
  expect(await cache.of('bow')).toBeUndefined();
  assets['bow'] = 'SILVER';
  expect(await cache.of('bow')).toBe('SILVER');
});

it('reads again after a minute, since the database may have been replaced', async () => {
  jest.useFakeTimers();
  const { assets, cache } = catalogue({ sword: 'GOLD' });
  await cache.of('sword');
  assets['sword'] = 'SILVER';
  jest.advanceTimersByTime(59_999);
  expect(await cache.of('sword')).toBe('GOLD');
  jest.advanceTimersByTime(1);
  expect(await cache.of('sword')).toBe('SILVER');
});

it('clears the cache when it is full', async () => {
  const { asked, cache } = catalogue(
    Object.fromEntries(Array.from({ length: 10_001 }, (_, index) => [`item-${index}`, 'GOLD'])),
  );
  for (let index = 0; index <= 10_000; index++) await cache.of(`item-${index}`);
  asked.length = 0;
  await cache.of('item-10000');
  await cache.of('item-0');
  expect(asked).toEqual(['item-0']);
});
