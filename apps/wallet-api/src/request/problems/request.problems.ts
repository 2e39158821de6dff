import { UnavailableError } from '@app/database';
import type { LedgerRefusal } from '@app/ledger';
import { ReportsError } from '@app/reports';
import { defineProblems } from './define-problems.js';
import { errorProblem } from './error-problem.js';
import { ProblemError } from './problem.js';

/** The refusals that are about the key of a request, and not about what it asks for. */
export type KeyRefusal = Extract<LedgerRefusal, { code: `idempotency-${string}` }>;

/** The problems that belong to no capability: any request can get them. */
export const requestProblems = defineProblems<KeyRefusal>()({
  'validation-failed': {
    status: 400,
    title: 'The request is not valid',
    explanation:
      'A part of the path, the query or the body is missing, unknown or out of range. "errors" names the first ten by a JSON pointer, "errorCount" says how many there are. Nothing happened; correct the request and send it again.',
  },
  'idempotency-key-missing': {
    status: 400,
    title: 'The Idempotency-Key header is missing',
    explanation:
      'Every request that moves credits needs an Idempotency-Key, so that a retry can never move them twice. Make one per intended operation (a UUID, or your order number) and send the same one on every retry.',
  },
  'idempotency-key-invalid': {
    status: 400,
    title: 'The Idempotency-Key header is not valid',
    explanation:
      'A key has 1 to 255 visible ASCII characters, bare or as a quoted string, and the header comes once.',
  },
  'malformed-json': {
    status: 400,
    title: 'The body is not valid JSON',
    explanation:
      'The body must be one JSON value in UTF-8 (RFC 8259), without repeated member names. Nothing happened.',
  },
  'bad-request': {
    status: 400,
    title: 'The request is not valid HTTP',
    explanation:
      'The request line, the address, a header or the framing of the body breaks the rules of HTTP.',
  },
  unauthenticated: {
    status: 401,
    title: 'The caller is not known',
    explanation:
      'The request needs "Authorization: Bearer" with an API key that is live, or with the token of a player that has not expired. A login needs the right password. Nothing else of the request was looked at.',
  },
  forbidden: {
    status: 403,
    title: 'The caller may not do this',
    explanation:
      'The key lacks the scope that this route needs, or a player asks for what is not theirs: then nothing was looked up, and this answer does not tell what exists. A player also gets it for a task that only clients complete. It is never stored under an Idempotency-Key.',
  },
  'route-not-found': {
    status: 404,
    title: 'There is no such route',
    explanation: 'Nothing answers this method at this address. GET /docs shows what does.',
  },
  'not-acceptable': {
    status: 406,
    title: 'There is no such format',
    explanation:
      'The Accept header takes none of the formats that this route has; "detail" names them. Leave the header out for JSON. Nothing happened.',
  },
  'request-timeout': {
    status: 408,
    title: 'The request took too long to arrive',
    explanation:
      'The headers or the body were not complete in time. Send the request again, with the same key.',
  },
  'body-too-large': {
    status: 413,
    title: 'The body is too large',
    explanation: 'A body may have up to 16 KiB.',
  },
  'unsupported-media-type': {
    status: 415,
    title: 'The body is not application/json',
    explanation: 'Send the body as application/json in UTF-8, without a content encoding.',
  },
  'headers-too-large': {
    status: 431,
    title: 'The headers are too large',
    explanation: 'All headers together may have up to 16 KiB.',
  },
  'idempotency-key-reused': {
    status: 422,
    title: 'The Idempotency-Key was used for another request',
    explanation:
      'This key already has an outcome, for a request with another path or body. Nothing happened. Use a new key for a new operation, and send a retry exactly as the first time.',
    sentence: () => 'This Idempotency-Key was used for another request of this user; nothing happened.',
  },
  'rate-limited': {
    status: 429,
    title: 'Too many requests',
    explanation:
      'The limit named in the RateLimit-Policy header is used up. Nothing happened. Retry after as many seconds as Retry-After says, with the same Idempotency-Key if there was one.',
    retryAfter: 1,
  },
  overloaded: {
    status: 503,
    title: 'The service is overloaded',
    explanation:
      'Too many requests are waiting. Nothing happened. Retry with the same Idempotency-Key after a pause.',
    retryAfter: 1,
  },
  'database-unavailable': {
    status: 503,
    title: 'The database is unavailable',
    explanation:
      'PostgreSQL could not be reached. Nothing happened. Retry with the same Idempotency-Key after a pause.',
    retryAfter: 2,
  },
  'identity-provider-unavailable': {
    status: 503,
    title: 'The identity provider is unavailable',
    explanation:
      'The token cannot be checked, because the keys of the identity provider cannot be had. Nothing happened. Retry after a pause.',
    retryAfter: 2,
  },
  'outcome-unknown': {
    status: 503,
    title: 'The outcome is not known yet',
    explanation:
      'The connection to the database was lost while it was committing. Retry with the same Idempotency-Key: it gives the outcome, or makes it so, exactly once.',
    retryAfter: 2,
  },
  internal: {
    status: 500,
    title: 'Something went wrong on our side',
    explanation:
      'The log has everything under the same requestId. A retry with the same Idempotency-Key can never move credits twice.',
  },
});

/** The errors of libs that every capability stands on. */
export const requestErrors = [
  errorProblem(UnavailableError, (error) => new ProblemError(error.code, undefined, {}, { cause: error })),
  errorProblem(ReportsError, (error) => new ProblemError(error.code, error.message)),
];
