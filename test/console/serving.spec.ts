import { readFileSync } from 'node:fs';
import { gunzipSync, brotliDecompressSync } from 'node:zlib';
import { startService, type TestService } from '../support/test-service.js';
import { expectProblem } from '../e2e/support/problem-codes.js';

/** The console as the API serves it: public, isolated by its headers, and small. */
let service: TestService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

const get = (path: string, headers = {}) => service.as('').get(path, headers);

/** Everything a browser loads with the first page, by URL. */
async function assets(): Promise<string[]> {
  const { text } = await get('/console');
  return [...text.matchAll(/(?:src|href)="(\/console\/[^"]+)"/g)].map(([, address]) => address!);
}

it.each([
  '/console',
  '/console/',
  '/console/wallet/alice',
  '/console/wallet/u.1?asset=GOLD',
  '/console/integrity',
])('serves the page at %s, to be revalidated each time', async (path) => {
  const { status, headers, text } = await get(path);
  expect(status).toBe(200);
  expect(headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'public, max-age=0',
    etag: expect.any(String) as string,
  });
  expect(text).toContain('<title>Wallet console</title>');
});

it('forbids the page foreign resources and inline code', async () => {
  const { headers, text } = await get('/console');
  expect(headers['content-security-policy']).toBe(
    `default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`,
  );
  expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
  expect(text).not.toMatch(/<script(?![^>]*src=)|<style|\s(style|on\w+)=/);
  expect([...text.matchAll(/(?:src|href)="([^"]+)"/g)].every(([, to]) => to!.startsWith('/console/'))).toBe(
    true,
  );
});

it('serves immutable assets', async () => {
  const named = (await assets()).filter((path) => path.includes('/assets/'));
  expect(named.length).toBeGreaterThanOrEqual(2);
  for (const path of named) {
    const { status, headers } = await get(path);
    expect({ path, status }).toEqual({ path, status: 200 });
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(headers['content-type']).toMatch(/javascript|css/);
  }
});

it.each([
  ['br', brotliDecompressSync],
  ['gzip', gunzipSync],
])('serves each asset precompressed with %s', async (encoding, decompress) => {
  for (const path of (await assets()).filter((name) => /\.(js|css)$/.test(name))) {
    const response = await fetch(service.url + path, { headers: { 'accept-encoding': encoding } });
    expect(response.headers.get('content-encoding')).toBe(encoding);
    const file = readFileSync(`dist/apps${path}.${encoding === 'br' ? 'br' : 'gz'}`);
    expect(decompress(file).equals(Buffer.from(await response.arrayBuffer()))).toBe(true);
  }
});

it('loads less than 300 KB the first time', async () => {
  const sizes = await Promise.all(
    ['/console', ...(await assets())].map(async (path) => {
      const { headers } = await get(path, { 'accept-encoding': 'gzip' });
      return Number(headers['content-length']);
    }),
  );
  const total = sizes.reduce((sum, size) => sum + size, 0);
  expect(total).toBeGreaterThan(10_000);
  expect(total).toBeLessThan(300_000);
});

it.each(['/console/robots.txt', '/console/assets/none.js', '/console/.build-stamp'])(
  'answers 404 at %s',
  async (path) => {
    expectProblem(await get(path), 'route-not-found');
  },
);

it.each([true, false])('reports whether it is a demonstration (%s)', async (demoKeys) => {
  const other = await startService({ database: service.database, demoKeys });
  const { json, headers } = await other.as('').get('/console/config.json');
  expect(json).toEqual({ demo: demoKeys });
  expect(headers['cache-control']).toBe('no-store');
  await other.close();
});

it('rejects a path out of its folder', async () => {
  for (const path of [
    '/console/assets/..%2f..%2f..%2fpackage.json',
    '/console/assets/%2e%2e/%2e%2e/package.json',
  ]) {
    const { status, text } = await get(path);
    expect(text).not.toContain('internal-wallet-service');
    expect([200, 400, 404]).toContain(status);
  }
});
