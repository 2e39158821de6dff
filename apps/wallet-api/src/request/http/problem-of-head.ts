import type { IncomingMessage } from 'node:http';
import { ProblemError } from '../problems/problem.js';

/** A host with an optional port (RFC 3986, section 3.2). It may be empty (RFC 9110, section 7.2). */
const hostPattern = /^[\w.~!$&'()*+,;=%:[\]-]*$/;

/** Headers that must not repeat. Node would silently take the first. */
const singleHeaders: Record<string, string> = {
  host: 'A request has one Host header (RFC 9112, section 3.2).',
  authorization: 'A request has one Authorization header (RFC 9110, section 5.3).',
  'content-type': 'A request has one Content-Type header (RFC 9110, section 5.3).',
};

/** The fault in a request head that two HTTP/1.1 implementations could read differently; `undefined` if there is none. */
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
  // The router would drop the fragment and serve another path.
  if (url?.includes('#')) {
    return new ProblemError('bad-request', 'An address has no "#" (RFC 9112, section 3.2).');
  }
  return undefined;
}

/** The first single header that repeats. Comparing lengths first is cheaper than comparing names. */
function repeatedHeader(rawHeaders: readonly string[]): string | undefined {
  let seen = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const { length } = rawHeaders[index] ?? '';
    if (length !== 4 && length !== 12 && length !== 13) continue;
    const name = (rawHeaders[index] ?? '').toLowerCase();
    if (!Object.hasOwn(singleHeaders, name)) continue;
    // The three lengths differ, so one bit per length is enough.
    if (seen & (1 << length)) return name;
    seen |= 1 << length;
  }
  return undefined;
}
