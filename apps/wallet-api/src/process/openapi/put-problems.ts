import { getSchemaPath, type OpenAPIObject } from '@nestjs/swagger';
import { problemsMember, problemsOfEveryPosting } from '../../request/openapi/api-problems.js';
import { ProblemAnswer } from '../../request/openapi/problem-answer.dto.js';
import type { ProblemDefinition } from '../../request/problems/define-problems.js';
import type { ProblemRegistry } from '../../request/problems/problem-registry.js';
import { type Operation, operationsOf } from './operations.js';

/** A problem that a route can give. */
interface Documented extends ProblemDefinition {
  code: string;
}

/** Makes the answers of the codes that `ApiProblems` has left in the operations. Throws for a code that is not registered. */
export function putProblems(document: OpenAPIObject, problems: ProblemRegistry): void {
  for (const { operation } of operationsOf(document)) {
    const groups = takeCodes(operation, problems).map((codes) =>
      codes.map((code) => ({ code, ...problems.definitionOf(code) })),
    );
    const statuses = new Set(groups.flat().map(({ status }) => status));
    for (const status of statuses) {
      const ofStatus = groups.map((group) => group.filter((problem) => problem.status === status));
      operation.responses[status] = answerOf(status, ofStatus);
    }
  }
}

/** Takes the lists of codes out of an operation, one for each decorator. Each code comes once; every route can fail. */
function takeCodes(operation: Operation, { codesOfEveryPosting }: ProblemRegistry): string[][] {
  const seen = new Set<string>();
  const groups: string[][] = [];
  for (let use = 0; ; use++) {
    const member = `${problemsMember}${use}` as const;
    const codes = operation[member] as string[] | undefined;
    if (!codes) return groups;
    // It stands for answers, and is not of the API.
    Reflect.deleteProperty(operation, member);
    const registered = codes.flatMap((code) =>
      code === problemsOfEveryPosting ? codesOfEveryPosting : [code],
    );
    const added = [...registered, 'internal'].filter((code) => !seen.has(code));
    for (const code of added) seen.add(code);
    groups.push(added);
  }
}

/** The answer of one status. What one decorator says of it stands in one paragraph. */
function answerOf(status: number, groups: readonly (readonly Documented[])[]) {
  const all = groups.flat();
  const paragraphs = groups
    .filter((group) => group.length > 0)
    .map((group) => group.map(inWords).join(' · '));
  return {
    description: paragraphs.join('\n\n'),
    ...(all.some(({ retryAfter }) => retryAfter !== undefined) && {
      headers: {
        'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer' } },
        ...(status === 429 && rateLimitHeaders),
      },
    }),
    content: {
      'application/problem+json': {
        schema: { $ref: getSchemaPath(ProblemAnswer) },
        examples: Object.fromEntries(all.map((problem) => [problem.code, { value: exampleOf(problem) }])),
      },
    },
  };
}

function inWords({ code, title }: Documented): string {
  return `\`${code}\`: ${title}`;
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

function exampleOf({ code, status, title, explanation }: Documented) {
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
