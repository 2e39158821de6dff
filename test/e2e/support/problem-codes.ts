import type { Answer } from '../../support/wallet-client.js';

/** Every problem code with its documented status; deliberately not read from the service. */
export const problemStatuses = {
  'validation-failed': 400,
  'idempotency-key-missing': 400,
  'idempotency-key-invalid': 400,
  'malformed-json': 400,
  'bad-request': 400,
  unauthenticated: 401,
  forbidden: 403,
  'asset-not-found': 404,
  'user-not-found': 404,
  'transaction-not-found': 404,
  'invalid-cursor': 400,
  'payment-not-found': 404,
  'hold-not-found': 404,
  'hold-closed': 422,
  'hold-lapsed': 422,
  'capture-exceeds-hold': 422,
  'too-many-holds': 422,
  'item-not-found': 404,
  'task-not-found': 404,
  'route-not-found': 404,
  'not-acceptable': 406,
  'request-timeout': 408,
  'user-exists': 409,
  'asset-exists': 409,
  'item-exists': 409,
  'task-exists': 409,
  'precondition-failed': 412,
  'body-too-large': 413,
  'unsupported-media-type': 415,
  'headers-too-large': 431,
  'asset-retired': 422,
  'amount-out-of-range': 422,
  'insufficient-funds': 422,
  'idempotency-key-reused': 422,
  'balance-limit-exceeded': 422,
  'wallet-frozen': 422,
  'payment-already-credited': 422,
  'sandbox-payment': 422,
  'live-payment': 422,
  'adjustment-exceeds-limit': 422,
  'not-reversible': 422,
  'reversal-exceeds-original': 422,
  'forgiveness-exceeds-debt': 422,
  'rate-limited': 429,
  'item-retired': 422,
  'task-retired': 422,
  'task-already-completed': 422,
  'player-task-unlimited': 422,
  'conversion-cycle-creates-credits': 422,
  'too-many-conversion-rates': 422,
  'conversion-not-offered': 422,
  'amount-not-convertible': 422,
  'amount-too-large': 422,
  internal: 500,
  overloaded: 503,
  'database-unavailable': 503,
  'database-read-only': 503,
  'database-disk-full': 503,
  'database-starting-up': 503,
  'identity-provider-unavailable': 503,
  'outcome-unknown': 503,
} as const;

export type ProblemCode = keyof typeof problemStatuses;

/** Expects a complete problem document with this code and exactly these extra members. */
export function expectProblem(answer: Answer, code: ProblemCode, members: object = {}): void {
  expect({ status: answer.status, json: answer.json as unknown }).toEqual({
    status: problemStatuses[code],
    json: {
      type: `/problems/${code}`,
      title: expect.stringMatching(/\w/) as string,
      status: problemStatuses[code],
      detail: expect.stringMatching(/\w/) as string,
      instance: expect.any(String) as string,
      code,
      requestId: answer.headers['x-request-id'],
      ...members,
    },
  });
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
}

/** The members of a problem with one fault at this JSON pointer, in any wording. */
export function faultAt(pointer: string): object {
  return { errorCount: 1, errors: [{ pointer, detail: expect.stringMatching(/\w/) as string }] };
}
