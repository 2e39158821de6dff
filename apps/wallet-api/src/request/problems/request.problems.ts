import { UnavailableError } from '@app/database';
import type { LedgerRefusal } from '@app/ledger';
import { ReportsError } from '@app/reports';
import { defineProblems } from './define-problems.js';
import { errorProblem } from './error-problem.js';
import { maxErrors, ProblemError } from './problem.js';
import { integerMember, textMember } from './member-schemas.js';

/** Refusals because of the key of a request, not because of its content. */
export type KeyRefusal = Extract<LedgerRefusal, { code: `idempotency-${string}` }>;

/** The problems that belong to no capability. Any request can get them. */
export const requestProblems = defineProblems<KeyRefusal>()({
  'validation-failed': {
    status: 400,
    title: 'The request is not valid',
    explanation:
      'A part of the path, the query or the body is missing, unknown or out of range. "errors" lists the first ten faults, each with a JSON pointer; "errorCount" counts all of them. Nothing happened. Correct the request and send it again.',
    members: {
      errors: {
        type: 'array',
        items: { $ref: '#/components/schemas/FieldErrorAnswer' },
        maxItems: maxErrors,
        description: 'The first faults of the request.',
        example: [{ pointer: '/amount', detail: 'must be an integer from 1 to 9007199254740991' }],
      },
      errorCount: integerMember('The number of all faults.', 1),
    },
  },
  'idempotency-key-missing': {
    status: 400,
    title: 'The Idempotency-Key header is missing',
    explanation:
      'Every request that moves credits needs an Idempotency-Key; it keeps a retry from moving them twice. Create one per intended operation (a UUID, or your order number) and send the same one with every retry.',
  },
  'idempotency-key-invalid': {
    status: 400,
    title: 'The Idempotency-Key header is not valid',
    explanation:
      'A key has 1 to 255 visible ASCII characters, bare or quoted. The header must not be repeated.',
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
    explanation: 'The request line, the URL, a header or the framing of the body violates HTTP.',
  },
  unauthenticated: {
    status: 401,
    title: 'The caller is not known',
    explanation:
      'The request needs "Authorization: Bearer" with a live API key, or with an unexpired token of a player. A login needs the right password. Nothing else in the request was checked.',
  },
  forbidden: {
    status: 403,
    title: 'The caller may not do this',
    explanation:
      'The API key lacks the scope that the route requires, or a player asked for what is not theirs; nothing was looked up, so the answer does not reveal what exists. Players also get it for a task that only clients complete. It is never stored under an Idempotency-Key.',
    members: {
      task: { ...textMember('The task that only clients complete.', 'daily-login'), optional: true },
    },
  },
  'route-not-found': {
    status: 404,
    title: 'There is no such route',
    explanation: 'No route has this method and path. GET /docs lists the routes.',
  },
  'not-acceptable': {
    status: 406,
    title: 'There is no such format',
    explanation:
      'The Accept header allows none of the formats of this route; "detail" lists them. Omit the header to get JSON. Nothing happened.',
  },
  'request-timeout': {
    status: 408,
    title: 'The request took too long to arrive',
    explanation: 'The headers or the body did not arrive in time. Send the request again, with the same key.',
    retryable: true,
  },
  'body-too-large': {
    status: 413,
    title: 'The body is too large',
    explanation: 'A body can have up to 16 KiB.',
  },
  'unsupported-media-type': {
    status: 415,
    title: 'The body is not application/json',
    explanation: 'Send the body as application/json in UTF-8, without a content encoding.',
  },
  'headers-too-large': {
    status: 431,
    title: 'The headers are too large',
    explanation: 'All headers together can have up to 16 KiB.',
  },
  'idempotency-key-reused': {
    status: 422,
    title: 'The Idempotency-Key was used for another request',
    explanation:
      'This key already has an outcome, for a request with another path, body or If-Match. Nothing happened. Use a new key for a new operation; a retry must repeat the request exactly.',
    sentence: () => 'This Idempotency-Key was used for another request of this user; nothing happened.',
  },
  'rate-limited': {
    status: 429,
    title: 'Too many requests',
    explanation:
      'A limit in the RateLimit-Policy header is used up. Nothing happened. Retry after the seconds in Retry-After, with the same Idempotency-Key if there was one.',
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
      'PostgreSQL could not be reached, or refused the connection. Nothing happened. Retry with the same Idempotency-Key after a pause.',
    retryAfter: 2,
  },
  'database-read-only': {
    status: 503,
    title: 'The database is read-only',
    explanation:
      'PostgreSQL was reached and takes no writes: it is a standby, or a setting makes it read-only. Nothing was written. Reads work. Retry with the same Idempotency-Key after a pause.',
    retryAfter: 5,
  },
  'database-disk-full': {
    status: 503,
    title: 'The disk of the database is full',
    explanation:
      'PostgreSQL was reached and had no room to write. Nothing was written: it rolled the transaction back. Retry with the same Idempotency-Key after a pause.',
    retryAfter: 5,
  },
  'database-starting-up': {
    status: 503,
    title: 'The database does not accept connections yet',
    explanation:
      'PostgreSQL was reached and is starting, recovering or shutting down. Nothing was written. Retry with the same Idempotency-Key after a pause.',
    retryAfter: 2,
  },
  'identity-provider-unavailable': {
    status: 503,
    title: 'The identity provider is unavailable',
    explanation:
      'The token cannot be verified, because the keys of the identity provider cannot be fetched. Nothing happened. Retry after a pause.',
    retryAfter: 2,
  },
  'outcome-unknown': {
    status: 503,
    title: 'The outcome is not known yet',
    explanation:
      'The connection to the database was lost during the commit. Retry with the same Idempotency-Key: it returns the outcome, or carries out the request, exactly once. If the request has no key, first read what it changes.',
    retryAfter: 2,
  },
  internal: {
    status: 500,
    title: 'Something went wrong on our side',
    explanation:
      'The log has the details under the same requestId. A retry with the same Idempotency-Key never moves credits twice.',
    retryable: true,
  },
});

/** The errors of the libs that all capabilities use. */
export const requestErrors = [
  errorProblem(UnavailableError, (error) => new ProblemError(error.code, undefined, {}, { cause: error })),
  errorProblem(ReportsError, (error) => new ProblemError(error.code, error.message)),
];
