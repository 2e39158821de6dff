import { RememberedAssets } from './remembered-assets.js';

/** A catalogue that counts how often it is asked. */
function catalogue(assets: Record<string, string>) {
  const asked: string[] = [];
  const remembered = new RememberedAssets((code) => {
    asked.push(code);
    return Promise.resolve(assets[code]);
  });
  return { assets, asked, remembered };
}

afterEach(() => jest.useRealTimers());

it('asks once for what there is', async () => {
  const { asked, remembered } = catalogue({ sword: 'GOLD' });
  expect([await remembered.of('sword'), await remembered.of('sword')]).toEqual(['GOLD', 'GOLD']);
  expect(asked).toEqual(['sword']);
});

it('asks again for what there was not, which may have come to exist', async () => {
  const { assets, remembered } = catalogue({});
  expect(await remembered.of('bow')).toBeUndefined();
  assets['bow'] = 'SILVER';
  expect(await remembered.of('bow')).toBe('SILVER');
});

it('asks again after a minute, for the database may be another one by then', async () => {
  jest.useFakeTimers();
  const { assets, remembered } = catalogue({ sword: 'GOLD' });
  await remembered.of('sword');
  assets['sword'] = 'SILVER';
  jest.advanceTimersByTime(59_999);
  expect(await remembered.of('sword')).toBe('GOLD');
  jest.advanceTimersByTime(1);
  expect(await remembered.of('sword')).toBe('SILVER');
});

it('forgets everything when it would remember too much', async () => {
  const { asked, remembered } = catalogue(
    Object.fromEntries(Array.from({ length: 10_001 }, (_, index) => [`item-${index}`, 'GOLD'])),
  );
  for (let index = 0; index <= 10_000; index++) await remembered.of(`item-${index}`);
  asked.length = 0;
  await remembered.of('item-10000');
  await remembered.of('item-0');
  expect(asked).toEqual(['item-0']);
});
