import { isIPv4, isIPv6 } from 'node:net';
import type { FastifyRequest } from 'fastify';

/**
 * The network that an address is counted under. For IPv6 it is the /64: a client that has one address there has all of them, and
 * could use a new one for each request.
 *
 * Returns `undefined` if the text, which may come from a header, is not an address.
 */
export function networkOf(address: string): string | undefined {
  const plain = address.replace(/^::ffff:(?=[\d.]+$)/i, '');
  if (isIPv4(plain)) return plain;
  if (!isIPv6(address)) return undefined;
  const [head = '', tail] = (address.split('%')[0] ?? '').toLowerCase().split('::');
  const groups = head === '' ? [] : head.split(':');
  const after = tail ? tail.split(':') : [];
  // A dotted tail stands for two groups.
  const known = [...groups, ...after].reduce((count, group) => count + (group.includes('.') ? 2 : 1), 0);
  const missing = tail === undefined ? 0 : 8 - known;
  const all = [...groups, ...Array<string>(missing).fill('0'), ...after];
  return `${all
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}

/**
 * The network that a request comes from, as reported by a trusted proxy (TRUST_PROXY) or else by the connection.
 */
export function networkOfRequest({ ip, socket }: Pick<FastifyRequest, 'ip' | 'socket'>): string {
  return networkOf(ip) ?? networkOf(socket.remoteAddress ?? '') ?? 'unknown';
}
