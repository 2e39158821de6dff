import type { IncomingMessage } from 'node:http';
import { ProblemError } from '../problems/problem.js';

/** A host and perhaps a port (RFC 3986, section 3.2). It may be empty (RFC 9110, section 7.2). */
const hostPattern = /^[\w.~!$&'()*+,;=%:[\]-]*$/;

/** Headers that say once where a request goes, who sends it, and what its body is. Node would take the first of several. */
const singleHeaders: Record<string, string> = {
  host: 'A request has one Host header (RFC 9112, section 3.2).',
  authorization: 'A request has one Authorization header (RFC 9110, section 5.3).',
  'content-type': 'A request has one Content-Type header (RFC 9110, section 5.3).',
};

/** What makes a request one that two readers could understand differently, by the rules of HTTP/1.1; `undefined` if nothing does. */
export function problemOfHead({
  headers,
  httpVersion,
  rawHeaders,
  url,
}: Pick<IncomingMessage, 'headers' | 'httpVersion' | 'rawHeaders' | 'url'>): ProblemError | undefined {
  const { host } = headers;
  if (host === undefined && httpVersion !== '1.0') {
    return new ProblemError('bad-request', 'A request needs a Host header (RFC 9112, section 3.2).');
  }
  if (host !== undefined && !hostPattern.test(host)) {
    return new ProblemError('bad-request', 'The Host header is not a host (RFC 9112, section 3.2).');
  }
  const repeated = repeatedHeader(rawHeaders);
  if (repeated !== undefined) return new ProblemError('bad-request', singleHeaders[repeated]);
  // The router would cut it off, and answer for an address that no caller asked for.
  if (url?.includes('#')) {
    return new ProblemError('bad-request', 'An address has no "#" (RFC 9112, section 3.2).');
  }
  return undefined;
}

/** The first of the single headers that comes twice. Their lengths tell most other names apart, for less than a comparison costs. */
function repeatedHeader(rawHeaders: readonly string[]): string | undefined {
  let seen = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const { length } = rawHeaders[index] ?? '';
    if (length !== 4 && length !== 12 && length !== 13) continue;
    const name = (rawHeaders[index] ?? '').toLowerCase();
    if (!Object.hasOwn(singleHeaders, name)) continue;
    // The lengths differ, so each can stand for its name.
    if (seen & (1 << length)) return name;
    seen |= 1 << length;
  }
  return undefined;
}
