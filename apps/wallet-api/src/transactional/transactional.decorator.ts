import { applyDecorators, HttpCode, UseInterceptors } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader } from '@nestjs/swagger';
import { ApiProblems } from '../openapi/api-problems.js';
import { TransactionAnswer } from '../transactions/transaction-answer.dto.js';
import { TransactionalInterceptor } from './transactional.interceptor.js';

/**
 * Marks a handler that returns a `Posting`. Around it: the Idempotency-Key is required, the posting is committed by the
 * journal together with its key, a retry is answered from what the key holds, and all of this is in the OpenAPI document.
 */
export function Transactional(): MethodDecorator {
  return applyDecorators(
    HttpCode(201),
    UseInterceptors(TransactionalInterceptor),
    ApiHeader({
      name: 'Idempotency-Key',
      required: true,
      description:
        'One key per intended operation, the same on every retry. 1 to 255 visible ASCII characters, bare or quoted (draft-ietf-httpapi-idempotency-key-header).',
      schema: { type: 'string', minLength: 1, maxLength: 257 },
      example: 'order-17',
    }),
    ApiCreatedResponse({
      type: TransactionAnswer,
      description: 'The transaction is committed. A retry with the same key gives the same answer.',
      headers: {
        'Idempotency-Replayed': {
          description: '`true` when this is the stored answer to an earlier request with the same key.',
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
      'wallet-frozen',
      'overloaded',
      'database-unavailable',
      'outcome-unknown',
    ),
  );
}
