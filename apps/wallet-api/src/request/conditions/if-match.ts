import type { IncomingMessage } from 'node:http';
import type { ProblemError } from '../problems/problem.js';
import { validationProblem } from '../problems/validation-problem.js';

/** A `balanceTag`: a strong entity tag of a version and an available balance. */
const tag = /^"(?:0|[1-9]\d{0,15})-(?:0|[1-9]\d{0,15})"$/;

/**
 * Reads the If-Match of a request: the ETag of a balance, or `undefined` without the header. Stricter than RFC 9110, section
 * 13.1.1: no `*`, because every account matches it, and no list, because an account had each tag at another time.
 *
 * Throws `validation-failed`.
 */
export function ifMatchOf({
  headers,
  rawHeaders,
}: Pick<IncomingMessage, 'headers' | 'rawHeaders'>): string | undefined {
  const value = headers['if-match'];
  if (value === undefined) return undefined;
  // Node joins repeated headers into a list.
  const times = rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'if-match');
  if (times.length > 1) throw ifMatchProblem('must not come more than once');
  if (!tag.test(value))
    throw ifMatchProblem('must be the ETag of a balance, such as "2-70": no *, no list, no W/');
  return value;
}

export function ifMatchProblem(detail: string): ProblemError {
  return validationProblem([{ pointer: '/If-Match', detail }]);
}
