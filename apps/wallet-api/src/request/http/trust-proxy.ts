import { isIP } from 'node:net';

/** Whose word about the caller's address and protocol counts: nobody's, everybody's, that of so many hops, or of these networks. */
export type TrustProxy = boolean | number | string[];

/** Names of proxy-addr for the networks that are nobody's on the internet. */
const names = ['loopback', 'linklocal', 'uniquelocal'];

/** Reads TRUST_PROXY; `undefined` if it is none of its forms. */
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
 * In the form that Fastify takes. A number of hops it takes for none, since it cannot tell a proxy from a caller who came
 * past it; that nobody can is up to whoever sets the number.
 */
export function toFastify(
  trust: TrustProxy,
): boolean | string[] | ((address: string, hop: number) => boolean) {
  return typeof trust === 'number' ? (_address, hop) => hop < trust : trust;
}
