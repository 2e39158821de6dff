import { applyDecorators, HttpCode, UseInterceptors } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader } from '@nestjs/swagger';
import { ConfigureRoute } from '../http/configure-route.js';
import { ApiProblems, problemsOfEveryPosting } from '../openapi/api-problems.js';
import type { ProblemCode } from '../problems/problem-code.js';
import { TransactionAnswer } from './transaction-answer.dto.js';
import { exampleKey } from './idempotency-key.js';
import { TransactionalInterceptor } from './transactional.interceptor.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route moves credits and requires an Idempotency-Key. */
    transactional?: boolean;
  }
}

/**
 * Marks a handler that returns a `Posting`, or the promise of one. It may stand anywhere among the decorators of the handler.
 * The Idempotency-Key is required, the posting is committed by the journal together with its key, a retry is answered from
 * what the key holds, and all of this is in the OpenAPI document.
 */
export function Transactional({
  problems = [],
  body = 'required',
}: {
  /** Refusals of such postings, besides those that any posting can meet. */
  problems?: readonly ProblemCode[];
  /** `optional`: no body is the same as an empty object. */
  body?: 'required' | 'optional';
} = {}): MethodDecorator {
  return applyDecorators(
    UseInterceptors(TransactionalInterceptor),
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
