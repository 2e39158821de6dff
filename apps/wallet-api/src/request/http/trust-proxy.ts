import { isIP } from 'node:net';

/** The proxies to believe about a caller's address and protocol: none, all, a number of hops, or these networks. */
export type TrustProxy = boolean | number | string[];

/** proxy-addr's names for private networks. */
const names = ['loopback', 'linklocal', 'uniquelocal'];

/** Parses TRUST_PROXY; `undefined` if it is malformed. */
export function parseTrustProxy(text: string): TrustProxy | undefined {
  if (text === 'true' || text === 'false') return text === 'true';
  if (/^[1-9]\d?$/.test(text)) return Number(text);
  const networks = text.split(',').map((network) => network.trim());
  return networks.every((network) => names.includes(network) || isNetwork(network)) ? networks : undefined;
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

/**
 * Converts to Fastify's option. Fastify would treat a number of hops as none, because it cannot tell a proxy from a caller that
 * bypasses it. An operator who sets a number must make sure that no caller can.
 */
export function toFastify(
  trust: TrustProxy,
): boolean | string[] | ((address: string, hop: number) => boolean) {
  return typeof trust === 'number' ? (_address, hop) => hop < trust : trust;
}
