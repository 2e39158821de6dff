import type { FastifyReply } from 'fastify';

/** Tells caches that the answer depends on this request header too (RFC 9110, section 12.5.5). */
export function addVary(reply: FastifyReply, header: string): void {
  const before = reply.getHeader('vary');
  void reply.header('vary', before === undefined ? header : `${String(before)}, ${header}`);
}
