import type { FastifyRequest } from 'fastify';

/** The path of a request as it was sent, without its query: a query may hold what must not be repeated. */
export function pathOf(request: Pick<FastifyRequest, 'url'>): string {
  const query = request.url.indexOf('?');
  return query === -1 ? request.url : request.url.slice(0, query);
}
