import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FastifyInstance, FastifyReply } from 'fastify';

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

/** Scalar without all that would look for another host: its fonts, its proxy, its cloud. */
const start = `Scalar.createApiReference('#reference', {
  url: '/openapi.json',
  authentication: { preferredSecurityScheme: 'bearer' },
  withDefaultFonts: false,
  telemetry: false,
  hideClientButton: true,
  showDeveloperTools: 'never',
  agent: { disabled: true },
});
`;

/**
 * What the page may load and whom it may call: this service, and nobody else. The browser holds the bundle to it, whatever a
 * later version of it would like to do. Its styles are written by its script, which is what 'unsafe-inline' is for.
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

/** Serves the OpenAPI document as a page to read, at /reference: the second renderer beside Swagger UI. It needs no internet. */
export function serveReference(server: FastifyInstance): void {
  // The package exports its plugin only, which writes its script into the page; the bundle lies beside it.
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
