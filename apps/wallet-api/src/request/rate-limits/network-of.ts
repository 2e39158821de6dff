import { isIPv4, isIPv6 } from 'node:net';
import type { FastifyRequest } from 'fastify';

/**
 * The network that an address is counted under. Of IPv6 that is the first 64 bits: whoever has one address there has all of
 * them, and could take a new one for each request.
 *
 * An address that came in a header may be any text; `undefined` if it is none.
 */
export function networkOf(address: string): string | undefined {
  const plain = address.replace(/^::ffff:(?=[\d.]+$)/i, '');
  if (isIPv4(plain)) return plain;
  if (!isIPv6(address)) return undefined;
  const [head = '', tail] = (address.split('%')[0] ?? '').toLowerCase().split('::');
  const groups = head === '' ? [] : head.split(':');
  const after = tail ? tail.split(':') : [];
  // The dotted end of an address stands for two groups.
  const known = [...groups, ...after].reduce((count, group) => count + (group.includes('.') ? 2 : 1), 0);
  const missing = tail === undefined ? 0 : 8 - known;
  const all = [...groups, ...Array<string>(missing).fill('0'), ...after];
  return `${all
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}

/**
 * Whom a request comes from, as far as the network tells: the connection, or what a proxy that is trusted (TRUST_PROXY) says
 * about it.
 */
export function networkOfRequest({ ip, socket }: Pick<FastifyRequest, 'ip' | 'socket'>): string {
  return networkOf(ip) ?? networkOf(socket.remoteAddress ?? '') ?? 'unknown';
}
