import type { ProblemRegistry } from '../../request/problems/problem-registry.js';
import { problemNameOf } from './problem-schema.js';

/** Headers that several responses share. */
export const problemHeaders = {
  'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer' } },
  'RateLimit-Policy': {
    description: 'Each limit that applies: `q` requests in `w` seconds. Also sent with other answers.',
    schema: { type: 'string' },
    example: '"default";q=100;w=10',
  },
  RateLimit: {
    description:
      'The state of each limit: `r` requests remain, and the limit resets in `t` seconds. Also sent with other answers.',
    schema: { type: 'string' },
    example: '"default";r=0;t=7',
  },
} as const;

/**
 * The response with the problems of these codes. Its schema is that of the only code, or `oneOf` the schemas of all codes,
 * discriminated by `code`. Each group of codes is one paragraph of the description.
 */
export function problemResponseOf(groups: readonly (readonly string[])[], problems: ProblemRegistry) {
  const codes = groups.flat();
  const paragraphs = groups
    .filter((group) => group.length > 0)
    .map((group) => group.map((code) => `\`${code}\`: ${problems.definitionOf(code).title}`).join(' · '));
  const headers = codes.flatMap((code) => headersOf(code, problems));
  return {
    description: paragraphs.join('\n\n'),
    ...(headers.length > 0 && {
      headers: Object.fromEntries(headers.map((name) => [name, { $ref: `#/components/headers/${name}` }])),
    }),
    content: {
      'application/problem+json': {
        schema: schemaOf(codes),
        examples: Object.fromEntries(codes.map((code) => [code, { $ref: `#/components/examples/${code}` }])),
      },
    },
  };
}

function headersOf(code: string, problems: ProblemRegistry): string[] {
  const { status, retryAfter } = problems.definitionOf(code);
  if (retryAfter === undefined) return [];
  return status === 429 ? Object.keys(problemHeaders) : ['Retry-After'];
}

function schemaOf(codes: readonly string[]) {
  const references = codes.map((code) => ({ $ref: `#/components/schemas/${problemNameOf(code)}` }));
  const [first, ...others] = references;
  if (first && others.length === 0) return first;
  const mapping = Object.fromEntries(codes.map((code, index) => [code, references[index]?.$ref ?? '']));
  return { oneOf: references, discriminator: { propertyName: 'code', mapping } };
}
