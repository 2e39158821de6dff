import type { FastifyInstance } from 'fastify';

const methods = 'GET, HEAD, POST, PUT, PATCH, DELETE';
const requestHeaders = 'Authorization, Content-Type, Idempotency-Key, If-Match';
const answerHeaders =
  'Content-Disposition, ETag, Idempotency-Replayed, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id';

/** How long a browser may cache the answer to a preflight. */
const maxAgeSeconds = 600;

/**
 * Lets pages of these origins call the API from a browser (Fetch Standard, section 3.2). Runs before authentication because a
 * preflight carries no token, and because a page must be able to read a 401. There are no cookies to protect: without a token, no
 * page can read anything.
 */
export function allowOrigins(server: FastifyInstance, origins: readonly string[]): void {
  if (origins.length === 0) return;
  const allowed = new Set(origins);

  server.addHook('onRequest', (request, reply, done) => {
    void reply.header('vary', 'Origin');
    const { origin } = request.headers;
    if (origin === undefined || !allowed.has(origin)) {
      done();
      return;
    }
    void reply.header('access-control-allow-origin', origin);
    if (request.method !== 'OPTIONS' || !request.headers['access-control-request-method']) {
      void reply.header('access-control-expose-headers', answerHeaders);
      done();
      return;
    }
    void reply
      .code(204)
      .headers({
        'access-control-allow-methods': methods,
        'access-control-allow-headers': requestHeaders,
        'access-control-max-age': maxAgeSeconds,
      })
      .send();
  });
}
