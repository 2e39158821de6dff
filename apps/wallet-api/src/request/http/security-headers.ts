import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { FastifyReply } from 'fastify';
import helmet, { type HelmetOptions } from 'helmet';

/** For API responses, which are data: browsers must not load anything from them, nor frame, sniff or cache them. */
export const dataHeaders: Record<string, string> = {
  ...headersOf({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    },
    xFrameOptions: { action: 'deny' },
    strictTransportSecurity: false,
    // These concern documents and old browsers.
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    referrerPolicy: false,
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
  }),
  // A balance is private, and stale after the next write.
  'cache-control': 'no-store',
};

/**
 * For HTML pages, which load only from this origin and run no inline script. Swagger UI needs inline styles, and has its icons as
 * data URLs.
 */
const pageHeaders = headersOf({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:'],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  },
  xFrameOptions: { action: 'deny' },
  strictTransportSecurity: false,
});

/** For scripts, styles and images. */
const assetHeaders: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
};

/** Sets security headers by content type. A page can set different ones first, which stay. */
export function setSecurityHeaders(reply: FastifyReply): void {
  const type = String(reply.getHeader('content-type') ?? '');
  if (type === '' || type.includes('json') || type.startsWith('text/csv')) {
    void reply.headers(dataHeaders);
    return;
  }
  const headers = type.startsWith('text/html') ? pageHeaders : assetHeaders;
  for (const name in headers) {
    if (!reply.hasHeader(name)) void reply.header(name, headers[name]);
  }
}

/** Tells browsers to use only TLS from now on (RFC 6797). Send over TLS only. */
export const strictTransportSecurity = 'max-age=31536000';

/** The headers that helmet would set on every response. They never change, so they are computed once. */
function headersOf(options: HelmetOptions): Record<string, string> {
  const answer = new ServerResponse(new IncomingMessage(new Socket()));
  helmet(options)(answer.req, answer, () => undefined);
  return Object.fromEntries(
    Object.entries(answer.getHeaders()).map(([name, value]) => [name, String(value)]),
  );
}
