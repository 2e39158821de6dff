import { takeUrlOptions } from './url-options.js';

const withOptions = (options: string) => `postgres://me@one/wallet?options=${encodeURIComponent(options)}`;

it('leaves an address without options as it is', () => {
  const url = 'postgres://me:s%3Acret@one/wallet?sslmode=require';
  expect(takeUrlOptions(url)).toEqual({ url, settings: {} });
});

it.each([
  ['-c', '-c work_mem=8MB'],
  ['-c without a space', '-cwork_mem=8MB'],
  ['two dashes', '--work-mem=8MB'],
  ['the later of two', '-c work_mem=1MB -c work_mem=8MB'],
])('reads a setting with %s', (_what, options) => {
  expect(takeUrlOptions(withOptions(options))).toEqual({
    url: 'postgres://me@one/wallet',
    settings: { work_mem: '8MB' },
  });
});

it('reads a value with a space after a backslash', () => {
  const { settings } = takeUrlOptions(withOptions(String.raw`-c DateStyle=ISO,\ DMY -c a.b=c\\d`));
  expect(settings).toEqual({ DateStyle: 'ISO, DMY', 'a.b': String.raw`c\d` });
});

it('keeps options that are not settings', () => {
  const { url, settings } = takeUrlOptions(withOptions(String.raw`endpoint=a\ b -c work_mem=8MB -c -B64`));
  expect(new URL(url).searchParams.get('options')).toBe(String.raw`endpoint=a\ b -c-B64`);
  expect(settings).toEqual({ work_mem: '8MB' });
});
