import { hash } from 'node:crypto';

/** What makes two requests the same request. */
export interface RequestIdentity {
  method: string;
  /** The path after percent-decoding, so that two spellings of one address are one. */
  path: string;
  /** The parsed JSON body. The order of its members and its white space do not count. */
  body: unknown;
}

/** SHA-256 (32 bytes) over method, path and canonical body. */
export function fingerprint(request: RequestIdentity): Buffer {
  const text = `${request.method}\n${request.path}\n${canonicalJson(request.body)}`;
  // Through hex: a Buffer from `hash` is memory outside the heap, which costs twice the hash itself.
  return Buffer.from(hash('sha256', text, 'hex'), 'hex');
}

type Members = Record<string, unknown>;

/**
 * One text for one JSON value: members sorted by their UTF-16 code units, no white space, numbers and strings
 * as ECMAScript writes them (RFC 8785, JSON Canonicalization Scheme).
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
