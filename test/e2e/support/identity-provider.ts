import { createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An identity provider: signs tokens and publishes the verification keys over real HTTP. */
export interface IdentityProvider {
  url: string;
  /** The number of fetches of the key set. */
  fetches(): number;
  /** Instead of the key set, answers `{}` with this status or hangs up. `undefined` restores the key set. */
  fail(failure: number | 'hang up' | undefined): void;
  /** Signs with a new key from now on. The old one stays published. */
  rotate(): void;
  token(claims: object, options?: { alg?: 'RS256' | 'ES256' | 'EdDSA'; header?: object }): string;
  publicKeyPem(): string;
  close(): Promise<void>;
}

const kinds = {
  RS256: () => generateKeyPairSync('rsa', { modulusLength: 2048 }),
  ES256: () => generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  EdDSA: () => generateKeyPairSync('ed25519'),
};

export async function startIdentityProvider(): Promise<IdentityProvider> {
  let keys = Object.entries(kinds).map(([alg, make]) => ({ alg, kid: `${alg}-1`, ...make() }));
  let fetches = 0;
  let failure: Parameters<IdentityProvider['fail']>[0];
  const server = createServer((_request, response) => {
    fetches++;
    if (failure === 'hang up') {
      response.destroy();
      return;
    }
    const set = keys.map(({ alg, kid, publicKey }) => ({
      ...publicKey.export({ format: 'jwk' }),
      alg,
      kid,
      use: 'sig',
    }));
    response.writeHead(failure ?? 200, { 'content-type': 'application/json' });
    response.end(failure === undefined ? JSON.stringify({ keys: set }) : '{}');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const keyOf = (alg: string) => keys.find((key) => key.alg === alg)!;
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`,
    fetches: () => fetches,
    fail: (next) => (failure = next),
    rotate: () => {
      keys = [{ alg: 'RS256', kid: `RS256-${keys.length}`, ...kinds.RS256() }, ...keys];
    },
    token: (claims, { alg = 'RS256', header = {} } = {}) => {
      const { kid, privateKey } = keyOf(alg);
      const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
      const text = `${encode({ alg, kid, typ: 'JWT', ...header })}.${encode(claims)}`;
      return `${text}.${signature(alg, text, privateKey)}`;
    },
    publicKeyPem: () =>
      createPublicKey(keyOf('RS256').privateKey).export({ type: 'spki', format: 'pem' }).toString(),
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

function signature(alg: string, text: string, privateKey: KeyObject): string {
  const key = alg === 'ES256' ? { key: privateKey, dsaEncoding: 'ieee-p1363' as const } : privateKey;
  return sign(alg === 'EdDSA' ? null : 'sha256', Buffer.from(text), key).toString('base64url');
}
