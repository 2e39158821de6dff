import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** A certificate with its key, in PEM. */
export interface Certificate {
  name: string;
  certificate: string;
  key: string;
}

/**
 * Makes X.509 certificates (RFC 5280) with nothing but Node, because a machine may lack OpenSSL. Signed by `issuer` or self-signed;
 * for a server with these `hosts`, or for an authority without.
 */
export function makeCertificate(
  name: string,
  { issuer, hosts }: { issuer?: Certificate; hosts?: string[] } = {},
): Certificate {
  const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const key = keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const body = sequence(
    tagged(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    ecdsaWithSha256,
    nameOf(issuer?.name ?? name),
    sequence(time(-1), time(1)),
    nameOf(name),
    keys.publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(hosts ? subjectAltName(hosts) : isAuthority)),
  );
  const signature = signed(body, issuer?.key ?? keys.privateKey);
  return { name, key, certificate: pem(sequence(body, ecdsaWithSha256, bitString(signature))) };
}

function signed(body: Buffer, key: string | KeyObject): Buffer {
  return sign('sha256', body, { key, dsaEncoding: 'der' } as Parameters<typeof sign>[2]);
}

// DER (ITU-T X.690): a tag, a length, and the content.
function tagged(tag: number, ...contents: Buffer[]): Buffer {
  const content = Buffer.concat(contents);
  const length = content.length;
  const head = length < 0x80 ? [tag, length] : [tag, 0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from(head), content]);
}

const sequence = (...contents: Buffer[]) => tagged(0x30, ...contents);
const integer = (bytes: Buffer) => tagged(0x02, bytes);
const bitString = (bytes: Buffer) => tagged(0x03, Buffer.from([0]), bytes);
const octets = (bytes: Buffer) => tagged(0x04, bytes);
const oid = (hex: string) => tagged(0x06, Buffer.from(hex, 'hex'));

const ecdsaWithSha256 = sequence(oid('2a8648ce3d040302'));
/** basicConstraints: may sign others. */
const isAuthority = sequence(oid('551d13'), octets(sequence(tagged(0x01, Buffer.from([0xff])))));

function nameOf(commonName: string): Buffer {
  return sequence(tagged(0x31, sequence(oid('550403'), tagged(0x0c, Buffer.from(commonName)))));
}

function subjectAltName(hosts: string[]): Buffer {
  return sequence(oid('551d11'), octets(sequence(...hosts.map((host) => tagged(0x82, Buffer.from(host))))));
}

/** This many days from now, as a UTCTime. */
function time(days: number): Buffer {
  const at = new Date(Date.now() + days * 86_400_000).toISOString();
  return tagged(0x17, Buffer.from(`${at.slice(2, 19).replace(/[-:T]/g, '')}Z`));
}

function pem(der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}
