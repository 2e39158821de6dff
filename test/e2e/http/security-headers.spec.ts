import { type ContractService, startContractService } from '../support/contract-service.js';
import { sendBytes } from '../support/raw-socket.js';

let service: ContractService;
beforeAll(async () => {
  service = await startContractService();
});
afterAll(() => service.close());

const ofData = {
  'content-security-policy': "default-src 'none';frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

it.each([
  ['an answer', { path: '/v1/wallets/alice' }],
  [
    'a download',
    {
      path: '/v1/wallets/alice/GOLD/statement?from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z',
      headers: { accept: 'text/csv' },
    },
  ],
  ['a problem of the API', { path: '/v1/wallets/ghost' }],
  ['a problem before the API', { path: '/v1/assets', headers: { authorization: 'Bearer wrong' } }],
  ['an unknown route', { path: '/nowhere' }],
  ['an undecodable address', { path: '/v1/wallets/%E0%A4%A' }],
  ['the health', { path: '/health/live' }],
  ['the document', { path: '/openapi.json' }],
])('forbids framing, sniffing and caching of %s', async (_what, request) => {
  const { headers } = await service.client.send(request);
  expect(headers).toMatchObject(ofData);
  for (const name of ['x-powered-by', 'server', 'strict-transport-security', 'access-control-allow-origin']) {
    expect(headers).not.toHaveProperty(name);
  }
});

it('forbids framing, sniffing and caching of the answer to a malformed request', async () => {
  const [answer] = await sendBytes(service.url, 'GET / HTTP/1.1\r\nX : bad\r\n\r\n');
  expect(answer?.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
});

/** The Content-Security-Policy of a page, by directive. */
function policyOf(headers: Record<string, unknown>): Record<string, string[]> {
  const directives = String(headers['content-security-policy']).split(';');
  return Object.fromEntries(
    directives.map((directive) => {
      const [name = '', ...sources] = directive.trim().split(' ');
      return [name, sources];
    }),
  );
}

describe.each(['/docs', '/problems/insufficient-funds'])('the page %s', (path) => {
  it('runs only scripts of the service, and cannot be framed', async () => {
    const { headers } = await service.client.get(path);
    const policy = policyOf(headers);
    expect(policy).toMatchObject({
      'default-src': ["'self'"],
      'object-src': ["'none'"],
      'base-uri': ["'none'"],
      'frame-ancestors': ["'none'"],
    });
    expect(policy).not.toHaveProperty('script-src');
    expect(policy).not.toHaveProperty('upgrade-insecure-requests');
    expect(headers).toMatchObject({ 'x-frame-options': 'DENY', 'x-content-type-options': 'nosniff' });
  });

  it('contains nothing that its policy forbids', async () => {
    const { text } = await service.client.get(path);
    // No inline script, neither in an element nor in an attribute.
    for (const [, attributes = '', content = ''] of text.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)) {
      expect(content.trim()).toBe('');
      expect(attributes).toMatch(/src="\.\//);
    }
    expect(text).not.toMatch(/\son\w+\s*=/);
    expect(text).not.toMatch(/(src|href)="(https?:)?\/\//);
    expect(text).not.toMatch(/javascript:/);
  });
});

it('serves the assets of a page with their type, cacheable', async () => {
  const { headers } = await service.client.get('/docs/swagger-ui-bundle.js');
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
  });
  expect(headers['cache-control']).not.toBe('no-store');
});
