import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { exampleKeyPrefix } from '../../request/transactional/example-key.js';

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Internal wallet service</title>
    <link rel="icon" href="data:,">
  </head>
  <body>
    <div id="reference"></div>
    <script src="/reference/scalar.js"></script>
    <script src="/reference/start.js"></script>
  </body>
</html>
`;

/**
 * Scalar without features that contact other hosts: fonts, proxy, cloud. It would send the example key itself, so each request
 * gets a fresh key, or its last one again if that has no outcome yet. Scalar gives plugins no status, so fetch is wrapped.
 */
const start = `const examplePrefix = '${exampleKeyPrefix}';
const header = 'idempotency-key';
const unsettled = new Map();

function freshKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const fetchIt = window.fetch;
window.fetch = async (request, init) => {
  const response = await fetchIt(request, init);
  if (request instanceof Request && response.status < 500 && ![401, 408, 429].includes(response.status)) {
    if (unsettled.get(request.url) === request.headers.get(header)) unsettled.delete(request.url);
  }
  return response;
};

Scalar.createApiReference('#reference', {
  url: '/openapi.json',
  persistAuth: false,
  onBeforeRequest: ({ request }) => {
    if (!request.headers.get(header)?.startsWith(examplePrefix)) return;
    const key = unsettled.get(request.url) ?? freshKey();
    unsettled.set(request.url, key);
    request.headers.set(header, key);
  },
  authentication: { preferredSecurityScheme: 'bearer' },
  withDefaultFonts: false,
  telemetry: false,
  hideClientButton: true,
  showDeveloperTools: 'never',
  agent: { disabled: true },
});
`;

/**
 * Limits the page to this service. The browser enforces it, even if a later version of the bundle contacts other hosts. The
 * script of the page writes its styles, hence 'unsafe-inline'.
 */
const contentSecurityPolicy = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self' 'unsafe-inline'`,
  `img-src 'self' data:`,
  `connect-src 'self'`,
  `base-uri 'none'`,
  `form-action 'none'`,
  `frame-ancestors 'none'`,
].join('; ');

/** Serves the OpenAPI document as a reference page at /reference, besides Swagger UI at /docs. Needs no internet access. */
export function serveReference(server: FastifyInstance): void {
  // The package exports only its plugin, which inlines its script; the bundle is in a folder next to it.
  const plugin = createRequire(import.meta.url).resolve('@scalar/fastify-api-reference');
  const bundle = join(dirname(plugin), 'js', 'standalone.js');

  const sendPage = (_request: unknown, reply: FastifyReply): FastifyReply =>
    reply
      .header('content-security-policy', contentSecurityPolicy)
      .type('text/html; charset=utf-8')
      .send(page);
  server.get('/reference', sendPage);
  server.get('/reference/', sendPage);
  server.get('/reference/start.js', (_request, reply) => script(reply).send(start));
  server.get('/reference/scalar.js', (_request, reply) => script(reply).send(createReadStream(bundle)));
}

function script(reply: FastifyReply): FastifyReply {
  return reply.header('cache-control', 'public, max-age=3600').type('text/javascript; charset=utf-8');
}
