import { runInNewContext } from 'node:vm';
import { type ContractService, startContractService } from '../support/contract-service.js';
import { expectProblem, problemStatuses } from '../support/problem-codes.js';

/** The pages for a browser: Swagger UI, the reference, and the explanations of problems. */
let service: ContractService;
beforeAll(async () => {
  service = await startContractService();
});
afterAll(() => service.close());

it.each(['/docs', '/docs/'])('serves Swagger UI at %s, with everything that it loads', async (path) => {
  const page = await service.client.get(path);
  expect(page.status).toBe(200);
  expect(page.headers['content-type']).toMatch(/^text\/html/);
  expect(page.text).toContain('<title>Internal wallet service</title>');

  const assets = [...page.text.matchAll(/(?:href|src)="(\.[^"]+)"/g)].map(([, asset]) => asset!);
  expect(assets.some((asset) => asset.endsWith('.css'))).toBe(true);
  expect(assets.some((asset) => asset.endsWith('.js'))).toBe(true);
  for (const asset of assets) {
    const { pathname } = new URL(asset, new URL(path, service.url));
    const { status, headers, text } = await service.client.get(pathname);
    expect({ pathname, status }).toEqual({ pathname, status: 200 });
    expect(headers['content-type']).toMatch(/css|javascript|image/);
    expect(text.length).toBeGreaterThan(100);
  }
});

it('shows the same document in Swagger UI as at /openapi.json', async () => {
  const page = await service.client.get('/docs/swagger-ui-init.js');
  for (const path of Object.keys(service.contract.document.paths)) expect(page.text).toContain(`"${path}"`);
});

it.each(['/reference', '/reference/'])(
  'serves the reference at %s, with everything that it loads',
  async (path) => {
    const page = await service.as('').get(path);
    expect(page.status).toBe(200);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.text).toContain('<title>Internal wallet service</title>');

    const scripts = [...page.text.matchAll(/src="([^"]+)"/g)].map(([, source]) => source!);
    expect(scripts).toEqual(['/reference/scalar.js', '/reference/start.js']);
    for (const script of scripts) {
      const { status, headers, text } = await service.as('').get(script);
      expect({ script, status }).toEqual({ script, status: 200 });
      expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
      expect(text).toContain('createApiReference');
    }
  },
);

it('lets the reference read the document of this service, and call no other host', async () => {
  const { text } = await service.client.get('/reference/start.js');
  const { url } = configurationIn(text);
  expect((await service.as('').get(url)).json).toEqual(service.contract.document);

  const { headers } = await service.client.get('/reference');
  const policy = new Map(
    String(headers['content-security-policy'])
      .split('; ')
      .map((directive) => [directive.split(' ')[0], directive.split(' ').slice(1)]),
  );
  expect(policy.get('default-src')).toEqual([`'none'`]);
  expect(policy.get('connect-src')).toEqual([`'self'`]);
  expect(policy.get('script-src')).toEqual([`'self'`]);
  expect(String(headers['content-security-policy'])).not.toMatch(/https?:|\*/);
});

/** The configuration that the start script passes to the renderer. */
function configurationIn(script: string): { url: string } {
  let seen: { url: string } | undefined;
  const scalar = { createApiReference: (_element: string, given: { url: string }) => (seen = given) };
  runInNewContext(script, { Scalar: scalar, window: {} });
  if (!seen) throw new Error('the script starts nothing');
  return seen;
}

it.each(Object.entries(problemStatuses))('explains %s to a person', async (code, status) => {
  const page = await service.client.get(`/problems/${code}`);
  expect(page.status).toBe(200);
  expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
  expect(page.text).toMatch(/^<!doctype html>/);
  expect(page.text).toContain(`<code>${code}</code>, HTTP status <code>${status}</code>`);
  expect(page.text).toMatch(/<p>\w[^<]{20,}<\/p>/);
});

it.each([
  '/problems/no-luck',
  '/problems/__proto__',
  '/problems/toString',
  '/problems/<script>',
  '/problems',
])('has no page at %s', async (path) => {
  expectProblem(await service.client.get(path), 'route-not-found');
});
