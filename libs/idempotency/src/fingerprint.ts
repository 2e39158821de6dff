import { hash } from 'node:crypto';

/** The parts by which two requests count as the same. */
export interface RequestIdentity {
  method: string;
  /** The path after percent-decoding, so two spellings of one address are equal. */
  path: string;
  /** The parsed JSON body. Member order and white space do not matter. */
  body: unknown;
}

/** SHA-256 (32 bytes) over method, path and canonical body. */
export function fingerprint(request: RequestIdentity): Buffer {
  const text = `${request.method}\n${request.path}\n${canonicalJson(request.body)}`;
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
