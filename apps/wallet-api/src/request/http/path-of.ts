import type { FastifyRequest } from 'fastify';

/**
 * The path of a request as it was sent, without its query: a query may hold what must not be repeated. A target in absolute
 * form (RFC 9112, section 3.2.2) is the same address as its path alone.
 */
export function pathOf({ url }: Pick<FastifyRequest, 'url'>): string {
  const target = url.startsWith('/') ? url : url.replace(/^https?:\/\/[^/?]*/i, '');
  const query = target.indexOf('?');
  return query === -1 ? target : target.slice(0, query);
}
