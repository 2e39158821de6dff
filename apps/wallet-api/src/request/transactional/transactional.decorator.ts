import type { RecordedTransaction } from '@app/ledger';
import { applyDecorators, HttpCode, type Type, UseInterceptors } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiQuery } from '@nestjs/swagger';
import { ConfigureRoute } from '../http/configure-route.js';
import { ApiProblems, problemsOfEveryPosting } from '../openapi/api-problems.js';
import type { ProblemCode } from '../problems/problem-code.js';
import { dryRunParameter } from './dry-run.js';
import { DryRunAnswer, dryRunExample } from './dry-run-answer.dto.js';
import { TransactionAnswer, transactionAnswer } from './transaction-answer.dto.js';
import { exampleKeyOf } from './example-key.js';
import { TransactionalInterceptor } from './transactional.interceptor.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route moves credits and requires an Idempotency-Key. */
    transactional?: boolean;
    /** Makes the answer of such a route from the transaction; `transactionAnswer` by default. */
    answerOf?: (transaction: RecordedTransaction) => object;
  }
}

/** Another answer than the transaction. It may depend only on the transaction and its members, because a replay repeats it. */
export interface TransactionalAnswer {
  type: Type;
  of: (transaction: RecordedTransaction) => object;
}

const defaultAnswer: TransactionalAnswer = { type: TransactionAnswer, of: transactionAnswer };

/**
 * Marks a handler that returns a `Posting`, or a promise of one. The order among the decorators of the handler does not matter.
 * Requires an Idempotency-Key, has the journal commit the posting together with its key, answers a retry from the outcome
 * stored under the key, and documents all of this.
 */
export function Transactional({
  problems = [],
  body = 'required',
  assets = 'one',
  answer = defaultAnswer,
}: {
  /** Refusals of these postings, besides those of any posting. */
  problems?: readonly ProblemCode[];
  /** `optional`: a missing body is an empty object. */
  body?: 'required' | 'optional';
  /** Only a posting that moves one asset accepts If-Match. */
  assets?: 'one' | 'several';
  answer?: TransactionalAnswer;
} = {}): MethodDecorator {
  return applyDecorators(
    UseInterceptors(TransactionalInterceptor),
    ConfigureRoute({ transactional: true, bodyOptional: body === 'optional', answerOf: answer.of }),
    HttpCode(201),
    ApiIdempotencyKey(),
    ApiDryRun(),
    ...(assets === 'one' ? [ApiIfMatch()] : []),
    ApiCreatedResponse({
      type: answer.type,
      description:
        'The transaction is committed. A retry with the same key gets the same answer, rebuilt from the ledger.',
      headers: {
        'Idempotency-Replayed': {
          description:
            '`true` if this repeats the answer to an earlier request with the same key. Also sent with problems, whose `requestId` is new.',
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
      'precondition-failed',
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

/** Documents dry runs. */
function ApiDryRun(): MethodDecorator {
  return applyDecorators(
    ApiQuery({
      name: dryRunParameter,
      required: false,
      description:
        'With `true`, nothing happens: the request is decided on a snapshot, without a lock, and every check is reported. Needs no Idempotency-Key.',
      schema: { type: 'string', enum: ['true'] },
    }),
    ApiOkResponse({
      type: DryRunAnswer,
      description: 'With `dryRun=true`: what the request would do.',
      example: dryRunExample,
    }),
  );
}

/** Documents the Idempotency-Key header, with an example of the operation. */
function ApiIdempotencyKey(): MethodDecorator {
  return (target, key, descriptor) => {
    ApiHeader({
      name: 'Idempotency-Key',
      required: true,
      description:
        'One key per intended operation, the same for every retry. 1 to 255 visible ASCII characters, bare or quoted (draft-ietf-httpapi-idempotency-key-header).',
      schema: { type: 'string', minLength: 1, maxLength: 257, pattern: '^[!-~]+$' },
      example: exampleKeyOf(String(key)),
    })(target, key, descriptor);
  };
}

/** Documents the If-Match header. */
function ApiIfMatch(): MethodDecorator {
  return ApiHeader({
    name: 'If-Match',
    required: false,
    description:
      'The `ETag` of the balance that the request relies on. If the account has changed since, the request is refused as `precondition-failed`. One strong tag; part of the request that the Idempotency-Key stands for.',
    schema: { type: 'string', pattern: '^"(0|[1-9][0-9]{0,15})-(0|[1-9][0-9]{0,15})"$' },
  });
}
