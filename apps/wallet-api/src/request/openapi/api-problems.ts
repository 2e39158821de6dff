import { ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { problemCatalogue, type ProblemCode } from '../problems/problem-catalogue.js';
import { ProblemAnswer } from '../problems/problem-answer.dto.js';

/** What the decorators of a handler have documented so far. */
const documented = new WeakMap<object, ProblemCode[]>();

/**
 * Documents which problems a route can give: one answer per status, one example per code. Several decorators of one handler
 * add up.
 */
export function ApiProblems(...codes: ProblemCode[]): MethodDecorator {
  return (target, key, descriptor) => {
    const handler = descriptor.value as object;
    const before = documented.get(handler) ?? [];
    const added = [...codes, 'internal' as const].filter((code) => !before.includes(code));
    const all = [...before, ...added];
    documented.set(handler, all);
    for (const status of new Set(added.map(statusOf))) {
      const isOfStatus = (code: ProblemCode) => statusOf(code) === status;
      problemAnswer(status, { added: added.filter(isOfStatus), all: all.filter(isOfStatus) })(
        target,
        key,
        descriptor,
      );
    }
  };
}

function statusOf(code: ProblemCode): number {
  return problemCatalogue[code].status;
}

/** Of two answers with one status Nest joins the descriptions, and keeps the content of the later one. */
function problemAnswer(
  status: number,
  { added, all }: Record<'added' | 'all', readonly ProblemCode[]>,
): MethodDecorator {
  return ApiResponse({
    status,
    description: added.map((code) => `\`${code}\`: ${problemCatalogue[code].title}`).join(' · '),
    ...(all.some((code) => problemCatalogue[code].retryAfter !== undefined) && {
      headers: {
        'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer' } },
        ...(status === 429 && rateLimitHeaders),
      },
    }),
    content: {
      'application/problem+json': {
        schema: { $ref: getSchemaPath(ProblemAnswer) },
        examples: Object.fromEntries(all.map((code) => [code, { value: exampleOf(code) }])),
      },
    },
  });
}

const rateLimitHeaders = {
  'RateLimit-Policy': {
    description: 'Each limit that applies: `q` requests in `w` seconds. Also with every other answer.',
    schema: { type: 'string' },
    example: '"default";q=100;w=10',
  },
  RateLimit: {
    description:
      'What is left: `r` requests, and `t` seconds until all are there again. Also with every other answer.',
    schema: { type: 'string' },
    example: '"default";r=0;t=7',
  },
} as const;

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
