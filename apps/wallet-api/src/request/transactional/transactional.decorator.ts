import type { Posting } from '@app/ledger';
import { applyDecorators, HttpCode, Inject, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ConfigureRoute } from '../http/configure-route.js';
import { ApiProblems, problemsOfEveryPosting } from '../openapi/api-problems.js';
import type { ProblemCode } from '../problems/problem-code.js';
import { TransactionAnswer } from './transaction-answer.dto.js';
import { exampleKey } from './example-key.js';
import { TransactionalInterceptor } from './transactional.interceptor.js';

/**
 * Marks a handler that returns a `Posting`. Around it: the Idempotency-Key is required, the posting is committed by the
 * journal together with its key, a retry is answered from what the key holds, and all of this is in the OpenAPI document.
 */
export function Transactional({
  problems = [],
  body = 'required',
}: {
  /** What such postings can be refused for, beside what all can be. */
  problems?: readonly ProblemCode[];
  /** `optional`: no body is the same as an empty object. */
  body?: 'required' | 'optional';
} = {}): MethodDecorator {
  return applyDecorators(
    intercept,
    ConfigureRoute({ transactional: true, bodyOptional: body === 'optional' }),
    HttpCode(201),
    ApiHeader({
      name: 'Idempotency-Key',
      required: true,
      description:
        'One key per intended operation, the same on every retry. 1 to 255 visible ASCII characters, bare or quoted (draft-ietf-httpapi-idempotency-key-header).',
      schema: { type: 'string', minLength: 1, maxLength: 257, pattern: '^[!-~]+$' },
      example: exampleKey,
    }),
    ApiCreatedResponse({
      type: TransactionAnswer,
      description:
        'The transaction is committed. A retry with the same key gives the same answer, rebuilt from the ledger.',
      headers: {
        'Idempotency-Replayed': {
          description:
            '`true` when an earlier request with the same key was decided, and this is its answer again. Problems carry it too; their `requestId` is new.',
          schema: { type: 'string', enum: ['true'] },
        },
      },
    }),
    ApiProblems(
      'validation-failed',
      'idempotency-key-missing',
      'idempotency-key-invalid',
      'malformed-json',
      'asset-not-found',
      'body-too-large',
      'unsupported-media-type',
      'amount-out-of-range',
      'insufficient-funds',
      'idempotency-key-reused',
      'balance-limit-exceeded',
      problemsOfEveryPosting,
      'overloaded',
      'database-unavailable',
      'outcome-unknown',
      ...problems,
    ),
  );
}

const interceptor = Symbol('TransactionalInterceptor');

type Describe = (this: object, ...args: unknown[]) => Posting | Promise<Posting>;

/**
 * Puts the interceptor around the handler itself. Nest would run it as well, at the price of four Observables and two
 * asynchronous scopes per request.
 */
const intercept: MethodDecorator = (controller, name, descriptor) => {
  const describe = descriptor.value as Describe;
  const own = describe.length;
  Inject(TransactionalInterceptor)(controller, interceptor);
  Req()(controller, name, own);
  Res({ passthrough: true })(controller, name, own + 1);
  const around = function (this: { [interceptor]: TransactionalInterceptor }, ...args: unknown[]) {
    const posting = describe.apply(this, args);
    return this[interceptor].intercept(posting, args[own] as FastifyRequest, args[own + 1] as FastifyReply);
  };
  // The OpenAPI document finds the parameters of a handler by its name.
  Object.defineProperty(around, 'name', { value: name });
  Object.assign(descriptor, { value: around });
};
