import { ScopeRegistry } from '@app/clients';
import { CapabilityRegistry } from '@app/ledger';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { INestApplication } from '@nestjs/common';
import { FieldErrorAnswer } from '../../request/openapi/field-error.dto.js';
import { OperationTypes } from '../../request/operations/operation-types.js';
import { ProblemRegistry } from '../../request/problems/problem-registry.js';
import { putDetailsLast } from './details-last.js';
import { freshKeys } from './fresh-keys.js';
import { operationsOf } from './operations.js';
import { putOperationTypes } from './put-operation-types.js';
import { putProblems } from './put-problems.js';
import { putRegistered } from './put-registered.js';
import { putTransactionMembers, TransactionMembers } from './transaction-members.js';
import { requireScopes } from './require-scopes.js';
import { tags } from './tags.js';

/** Serves the OpenAPI document at /openapi.json and Swagger UI at /docs. */
export function serveOpenApi(app: INestApplication): void {
  const document = buildDocument(app);
  SwaggerModule.setup('docs', app, document, {
    jsonDocumentUrl: 'openapi.json',
    yamlDocumentUrl: 'openapi.yaml',
    customSiteTitle: 'Internal wallet service',
    // Keep no API key in localStorage: it would outlive the page.
    swaggerOptions: {
      displayRequestDuration: true,
      tryItOutEnabled: true,
      persistAuthorization: false,
      plugins: [freshKeys],
    },
  });
}

/** Throws if a route names a scope or a problem that no capability has registered. */
export function buildDocument(app: INestApplication): OpenAPIObject {
  const scopes = app.get(ScopeRegistry);
  const problems = app.get(ProblemRegistry);
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Internal wallet service')
    .setVersion('1')
    .setDescription(
      [
        'Virtual credits on a double-entry ledger. Users are addressed by the id that your game already has.',
        '',
        'Every `POST` that moves credits needs an `Idempotency-Key`. A retry with the same key never moves credits twice: it gets the same answer, rebuilt from the ledger, with `Idempotency-Replayed: true`. A replayed refusal differs only in its `requestId`. These are not stored, and a retry with the same key is decided anew: 400, 401, 403, 413, 415, 429, every 404, every 5xx, `amount-out-of-range` and `conversion-not-offered`. The pages `/docs` and `/reference` send a fresh key with every request unless you type one.',
        '',
        'Programs send an API key; players send the token from `POST /v1/auth/login`. Where a rate limit applies, `RateLimit-Policy` and `RateLimit` tell its state.',
        '',
        'Amounts are whole minor units: JSON integers from 1 to 2^53 − 1. A sum that may be larger, such as the balance of a system account, is `null` beyond that; the member with the suffix `Text` then has the digits.',
        '',
        'Errors are problem documents (RFC 9457), one schema per `code`; `GET /problems/{code}` explains each. `x-retryable: true` in a schema means that the same request, with the same Idempotency-Key, can be sent again automatically.',
      ].join('\n'),
    )
    .setLicense('MIT', 'https://opensource.org/license/mit')
    .addServer('/', 'The service that serves this document.')
    // Not by `addBearerAuth`, which claims that every token is a JWT; API keys are not.
    .addSecurity('bearer', {
      type: 'http',
      scheme: 'bearer',
      description: [
        'The API key of a client, or the access token of a player. The demo has the keys `demo-game-key` and `demo-admin-key`.',
        '',
        'Each operation names the scope that a client needs:',
        '',
        ...scopes.list().map(({ name, allows }) => `- \`${name}\`: ${allows}`),
      ].join('\n'),
    });
  for (const [name, description] of Object.entries(tags)) config.addTag(name, description);
  const { classes: members } = app.get(TransactionMembers);
  const operationTypes = app.get(OperationTypes);
  const ofOperations = [...operationTypes.all.values()].map((type) => type.members);
  const document = SwaggerModule.createDocument(app, config.build(), {
    extraModels: [FieldErrorAnswer, ...members, ...ofOperations],
    operationIdFactory: (_controller, method) => method,
  });
  const { transactionTypes, systemAccounts } = app.get(CapabilityRegistry);
  putRegistered(document, { transactionTypes, systemAccounts });
  putTransactionMembers(document.components?.schemas ?? {}, members);
  putOperationTypes(document, operationTypes);
  putProblems(document, problems);
  requireScopes(document, scopes);
  // Public routes say so: without `security`, tools have to guess.
  for (const { operation } of operationsOf(document)) operation.security ??= [];
  putDetailsLast(document.components?.schemas ?? {});
  return document;
}
