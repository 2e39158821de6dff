import { applyDecorators } from '@nestjs/common';
import { ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { problemCatalogue, type ProblemCode } from '../problems/problem-catalogue.js';
import { ProblemAnswer } from '../problems/problem-answer.dto.js';

const documentedCodes = Symbol('documentedCodes');

/**
 * Documents which problems a route can give: one answer per status, one example per code. Several of these on one handler,
 * also inside of other decorators, add up.
 */
export function ApiProblems(...codes: ProblemCode[]): MethodDecorator {
  return (target, property, descriptor) => {
    const handler = descriptor.value as object;
    const known = (Reflect.getMetadata(documentedCodes, handler) ?? []) as ProblemCode[];
    const all = [...new Set<ProblemCode>([...known, ...codes, 'internal'])];
    Reflect.defineMetadata(documentedCodes, all, handler);
    answersOf(all)(target, property, descriptor);
  };
}

function answersOf(all: readonly ProblemCode[]): MethodDecorator {
  const statuses = [...new Set(all.map((code) => problemCatalogue[code].status))];
  return applyDecorators(
    ...statuses.map((status) => {
      const ofStatus = all.filter((code) => problemCatalogue[code].status === status);
      return ApiResponse({
        status,
        description: ofStatus.map((code) => `\`${code}\`: ${problemCatalogue[code].title}`).join(' · '),
        ...(ofStatus.some((code) => problemCatalogue[code].retryAfter !== undefined) && {
          headers: { 'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer' } } },
        }),
        content: {
          'application/problem+json': {
            schema: { $ref: getSchemaPath(ProblemAnswer) },
            examples: Object.fromEntries(ofStatus.map((code) => [code, { value: exampleOf(code) }])),
          },
        },
      });
    }),
  );
}

function exampleOf(code: ProblemCode) {
  const { status, title, explanation } = problemCatalogue[code];
  return {
    type: `/problems/${code}`,
    title,
    status,
    detail: explanation,
    instance: '/v1/wallets/alice/GOLD/spend',
    code,
    requestId: '5f0c54a4-6a37-4a5e-9d0e-3a8f6f6a1d55',
  };
}
