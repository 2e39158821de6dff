import { hash } from 'node:crypto';

/** The parts by which two requests count as the same. */
export interface RequestIdentity {
  method: string;
  /** The path after percent-decoding, so two spellings of one address are equal. */
  path: string;
  /** The parsed JSON body. Member order and white space do not matter. */
  body: unknown;
  /** The If-Match header. It counts only where it is sent. */
  ifMatch?: string | undefined;
}

/** SHA-256 (32 bytes) over method, path, canonical body and, where it is sent, If-Match. */
export function fingerprint({ method, path, body, ifMatch }: RequestIdentity): Buffer {
  let text = `${method}\n${path}\n${canonicalJson(body)}`;
  // Canonical JSON has no line break, so no body can end like this.
  if (ifMatch !== undefined) text += `\nIf-Match: ${ifMatch}`;
  // Via hex: a Buffer from `hash` is memory outside the heap, which costs twice as much as the hash itself.
  return Buffer.from(hash('sha256', text, 'hex'), 'hex');
}

type Members = Record<string, unknown>;

/**
 * Serialises equal JSON values to equal texts: members sorted by UTF-16 code units, no white space, numbers and strings as in
 * ECMAScript (RFC 8785, JSON Canonicalization Scheme).
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = value as Members;
    let text = '';
    for (const name of Object.keys(members).sort()) {
      text += `${text === '' ? '' : ','}${JSON.stringify(name)}:${canonicalJson(members[name])}`;
    }
    return `{${text}}`;
  }
  return JSON.stringify(value);
}
