import type { FastifyRequest } from 'fastify';

/**
 * The path of a request as sent, without its query, which may hold secrets. A target in absolute form (RFC 9112, section 3.2.2)
 * is reduced to its path.
 */
export function pathOf({ url }: Pick<FastifyRequest, 'url'>): string {
  const target = url.startsWith('/') ? url : url.replace(/^https?:\/\/[^/?]*/i, '');
  const query = target.indexOf('?');
  return query === -1 ? target : target.slice(0, query);
}
