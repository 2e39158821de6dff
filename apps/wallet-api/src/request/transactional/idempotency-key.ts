import type { IncomingMessage } from 'node:http';
import { ProblemError } from '../problems/problem.js';

/** 1 to 255 visible ASCII characters. */
const bareKey = /^[\x21-\x7e]{1,255}$/;
/** A Structured Fields string (RFC 9651, section 3.3.3). Its content is the key. */
const quotedKey = /^"((?:[\x20\x21\x23-\x5b\x5d-\x7e]|\\["\\])*)"$/;

/**
 * Reads the Idempotency-Key of a request (draft-ietf-httpapi-idempotency-key-header-07). The quoted form of the draft and the
 * bare form, which most clients send, mean the same key.
 *
 * Throws `idempotency-key-missing` or `idempotency-key-invalid`.
 */
export function idempotencyKeyOf(request: Pick<IncomingMessage, 'rawHeaders'>): string {
  const [value, ...more] = headerValues(request.rawHeaders, 'idempotency-key');
  if (value === undefined) {
    throw new ProblemError('idempotency-key-missing', 'This request needs an Idempotency-Key header.');
  }
  // Node would join repeated headers into one value that looks like a valid key.
  if (more.length > 0) throw invalid('the header comes more than once');
  const quoted = quotedKey.exec(value);
  const key = quoted ? (quoted[1] ?? '').replace(/\\(["\\])/g, '$1') : value;
  if (key === '') throw invalid('the key is empty');
  if (key.length > 255) throw invalid('the key has more than 255 characters');
  if (!bareKey.test(key)) throw invalid('the key has characters other than visible ASCII');
  return key;
}

function headerValues(rawHeaders: readonly string[], name: string): string[] {
  return rawHeaders.filter((_, index) => index % 2 === 1 && isName(rawHeaders[index - 1] ?? '', name));
}

function isName(text: string, name: string): boolean {
  return text.length === name.length && text.toLowerCase() === name;
}

function invalid(reason: string): ProblemError {
  return new ProblemError('idempotency-key-invalid', `The Idempotency-Key is not valid: ${reason}.`);
}
