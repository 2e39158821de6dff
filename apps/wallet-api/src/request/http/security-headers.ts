import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { FastifyReply } from 'fastify';
import helmet, { type HelmetOptions } from 'helmet';

/** An answer of the API is data: nothing may load from it, frame it, guess its type or keep it. */
export const headersOfData: Record<string, string> = {
  ...headersOf({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    },
    xFrameOptions: { action: 'deny' },
    strictTransportSecurity: false,
    // These speak of documents and of old browsers.
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    referrerPolicy: false,
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
  }),
  // A balance is out of date when the next one is written, and nobody else's business.
  'cache-control': 'no-store',
};

/**
 * A page for people loads what it needs from here, and runs no script that stands in the page itself. Swagger UI has its style
 * in the page, and its icons as data.
 */
const ofPages = headersOf({
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

/** What a page loads: scripts, styles, pictures. */
const ofParts: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
};

/** Adds the headers that tell a browser what it may not do with an answer. A page that needs others sets them itself. */
export function setSecurityHeaders(reply: FastifyReply): void {
  const type = String(reply.getHeader('content-type') ?? '');
  if (type === '' || type.includes('json') || type.startsWith('text/csv')) {
    void reply.headers(headersOfData);
    return;
  }
  const headers = type.startsWith('text/html') ? ofPages : ofParts;
  for (const name in headers) {
    if (!reply.hasHeader(name)) void reply.header(name, headers[name]);
  }
}

/** From now on only over TLS (RFC 6797), which may be said only over TLS. */
export const strictTransportSecurity = 'max-age=31536000';

/** What helmet would set on each answer: always the same, so that it is asked once. */
function headersOf(options: HelmetOptions): Record<string, string> {
  const answer = new ServerResponse(new IncomingMessage(new Socket()));
  helmet(options)(answer.req, answer, () => undefined);
  return Object.fromEntries(
    Object.entries(answer.getHeaders()).map(([name, value]) => [name, String(value)]),
  );
}
