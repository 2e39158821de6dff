import type { CatalogError } from '@app/catalog';
import type { UnavailableError } from '@app/database';
import type { PlayersError } from '@app/players';
import type { ReportsError } from '@app/reports';
import type { KnownRefusal } from './refusal-problem.js';

/** Codes that the HTTP layer itself gives; the ledger brings its own. */
type HttpProblemCode =
  | 'validation-failed'
  | 'idempotency-key-missing'
  | 'idempotency-key-invalid'
  | 'malformed-json'
  | 'invalid-cursor'
  | 'bad-request'
  | 'unauthenticated'
  | 'forbidden'
  | 'user-not-found'
  | 'transaction-not-found'
  | 'route-not-found'
  | 'asset-exists'
  | 'not-acceptable'
  | 'request-timeout'
  | 'body-too-large'
  | 'unsupported-media-type'
  | 'headers-too-large'
  | 'rate-limited'
  | 'identity-provider-unavailable'
  | 'internal';

/** A code that a lib gains does not compile until it has its place in the catalogue. */
export type ProblemCode =
  | HttpProblemCode
  | KnownRefusal['code']
  | UnavailableError['code']
  | PlayersError['code']
  | ReportsError['code']
  | CatalogError['code'];

export interface ProblemKind {
  status: number;
  title: string;
  /** What happened and what to do, for the person who reads `GET /problems/{code}`. */
  explanation: string;
  /** Seconds after which a retry makes sense. */
  retryAfter?: number;
}

/** Every problem of the API: the one map from a code to a status (RFC 9457). */
export const problemCatalogue: Record<ProblemCode, ProblemKind> = {
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
  'invalid-cursor': {
    status: 400,
    title: 'The cursor is not one of this list',
    explanation:
      'A cursor is what an earlier page of the same list gave: `startingAfter` is the id of a transaction that exists, `after` is `start` or the `cursor` of an answer, and goes with `limit` only.',
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
  'asset-not-found': {
    status: 404,
    title: 'There is no such asset',
    explanation:
      'No asset has this code. GET /v1/assets lists those that exist; codes are upper case. No 404 is stored under an Idempotency-Key: once the asset exists, retry with the same key.',
  },
  'user-not-found': {
    status: 404,
    title: 'There is no such user',
    explanation:
      'This user is not registered, and has never received any credit. POST /v1/users makes a user known, and so does the first top-up or bonus.',
  },
  'transaction-not-found': {
    status: 404,
    title: 'There is no such transaction',
    explanation: 'No transaction has this id.',
  },
  'route-not-found': {
    status: 404,
    title: 'There is no such route',
    explanation: 'Nothing answers this method at this address. GET /docs shows what does.',
  },
  'user-exists': {
    status: 409,
    title: 'The user id is taken',
    explanation:
      'A player, a user or an account has this id already; signing up would take over their wallet. Log in, or choose another id.',
  },
  'item-not-found': {
    status: 404,
    title: 'There is no such item',
    explanation:
      'No item has the code that "item" names; GET /v1/items lists all of them. No 404 is stored under an Idempotency-Key: once the item exists, retry with the same key.',
  },
  'task-not-found': {
    status: 404,
    title: 'There is no such task',
    explanation:
      'No task has the code that "task" names; GET /v1/tasks lists all of them. No 404 is stored under an Idempotency-Key: once the task exists, retry with the same key.',
  },
  'item-exists': {
    status: 409,
    title: 'The code of the item is taken',
    explanation:
      'An item has its code for ever, also when it is retired, since purchases refer to it. Change the item that there is with PATCH, or give the new one another code.',
  },
  'task-exists': {
    status: 409,
    title: 'The code of the task is taken',
    explanation:
      'A task has its code for ever, also when it is retired, since completions refer to it. Change the task that there is with PATCH, or give the new one another code.',
  },
  'player-task-unlimited': {
    status: 422,
    title: 'A task that players complete needs a limit',
    explanation:
      'A player could complete an unlimited task in a loop and be paid each time. Leave it to clients ("completedBy": "client"), or make another task that is limited to once or daily.',
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
  'asset-exists': {
    status: 409,
    title: 'There is an asset of this code already',
    explanation:
      'The code of an asset is its identity and never comes free again. PATCH /v1/assets/{code} changes the name and the limits of the asset that there is, or retires it.',
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
  'insufficient-funds': {
    status: 422,
    title: 'The balance is too low',
    explanation:
      'The user has fewer credits than the spend needs; "balance" and "required" say how many. The refusal belongs to its Idempotency-Key: after a top-up, spend under a new key.',
  },
  'idempotency-key-reused': {
    status: 422,
    title: 'The Idempotency-Key was used for another request',
    explanation:
      'This key already has an outcome, for a request with another path or body. Nothing happened. Use a new key for a new operation, and send a retry exactly as the first time.',
  },
  'balance-limit-exceeded': {
    status: 422,
    title: 'The balance would be too large',
    explanation:
      'The balance of a user stays within 2^53 − 1, which every JSON parser reads exactly. System accounts have no limit. The refusal belongs to its Idempotency-Key: once the user has spent, credit under a new key.',
  },
  'asset-retired': {
    status: 422,
    title: 'The asset is retired',
    explanation:
      'Nothing is credited in a retired asset: no top-up, no bonus, no reward, and no conversion into it. What users hold can still be spent and converted. The refusal belongs to its Idempotency-Key: if the asset is in use again, credit under a new key.',
  },
  'amount-out-of-range': {
    status: 422,
    title: 'The amount is out of the range of the asset',
    explanation:
      'One transaction may move at least "minAmount" and at most "maxAmount" of this asset, whichever way it goes. The refusal is not stored under its Idempotency-Key: once an administrator has changed the limits, retry with the same key.',
  },
  'wallet-frozen': {
    status: 422,
    title: 'The wallet is frozen',
    explanation: 'A frozen wallet receives credits, but cannot spend them until it is released.',
  },
  'rate-limited': {
    status: 429,
    title: 'Too many requests',
    explanation:
      'The limit named in the RateLimit-Policy header is used up. Nothing happened. Retry after as many seconds as Retry-After says, with the same Idempotency-Key if there was one.',
    retryAfter: 1,
  },
  'item-retired': {
    status: 422,
    title: 'The item is not sold any more',
    explanation: 'The item was retired. GET /v1/items lists those that can be bought.',
  },
  'task-retired': {
    status: 422,
    title: 'The task is not rewarded any more',
    explanation: 'The task was retired. GET /v1/tasks lists those that can be completed.',
  },
  'task-already-completed': {
    status: 422,
    title: 'The user has completed the task already',
    explanation:
      'A task may be limited to once per user, or to once per user and day (in UTC), whatever the Idempotency-Key. "availableAt" says when the next completion is possible; without it there is none.',
  },
  'conversion-not-offered': {
    status: 422,
    title: 'There is no rate for this conversion',
    explanation:
      'Credits can be converted along the rates of GET /v1/conversion-rates, each in its own direction only. The refusal is not stored under its Idempotency-Key: once there is a rate, retry with the same key.',
  },
  'conversion-cycle-creates-credits': {
    status: 422,
    title: 'The rate would let conversions create credits',
    explanation:
      'With this rate, a cycle of conversions would end with more credits than it began with, and could be repeated without limit; "cycle" names the assets in order. The product of the rates in a cycle may be at most 1. Nothing changed: offer a lower rate, or change or remove another rate of the cycle first.',
  },
  'too-many-conversion-rates': {
    status: 422,
    title: 'There are too many conversion rates',
    explanation:
      'At most "limit" conversion rates can be offered at a time. Remove one that is no longer needed. A rate that exists can still be changed.',
  },
  'amount-not-convertible': {
    status: 422,
    title: 'The amount is not a whole multiple of the rate',
    explanation:
      'A conversion leaves no fraction behind: the amount must be a multiple of "multipleOf", the first amount of the rate.',
  },
  'amount-too-large': {
    status: 422,
    title: 'The amount would be too large',
    explanation:
      'The price times the quantity, or the amount times the rate, is beyond 2^53 − 1, more than any amount may be. Ask for less.',
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
};
