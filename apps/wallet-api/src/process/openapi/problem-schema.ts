import type { ProblemRegistry } from '../../request/problems/problem-registry.js';

/** The members of every problem document (RFC 9457), as its schema lists them. */
const commonMembers = {
  type: { type: 'string', description: 'URL of the explanation of the code.' },
  title: { type: 'string' },
  detail: { type: 'string' },
  instance: { type: 'string', description: 'The path of the request.' },
  requestId: { type: 'string', description: 'Identifies the request in the log.' },
};

/** The name of the schema of a code: `InsufficientFundsProblem` for `insufficient-funds`. */
export function problemNameOf(code: string): string {
  const words = code.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return `${words.join('')}Problem`;
}

/**
 * The schema of the problems of one code. All members are listed in each schema, not inherited by `allOf`: so a generated type
 * is one object, and TypeScript narrows the union of a response by the constant `code`.
 */
export function problemSchemaOf(code: string, problems: ProblemRegistry) {
  const {
    status,
    title,
    members = {},
    retryAfter,
    retryable = retryAfter !== undefined,
  } = problems.definitionOf(code);
  const own = Object.entries(members);
  const required = own.filter(([, { optional }]) => !optional).map(([name]) => name);
  return {
    type: 'object',
    description: `${title}.`,
    properties: {
      code: { type: 'string', const: code },
      status: { type: 'integer', const: status },
      ...commonMembers,
      ...Object.fromEntries(
        own.map(([name, { optional: _optional, inExample: _inExample, ...schema }]) => [name, schema]),
      ),
    },
    required: ['code', 'status', ...Object.keys(commonMembers), ...required],
    'x-retryable': retryable,
  };
}

/** A problem document of this code, with the examples of its members. */
export function problemExampleOf(code: string, problems: ProblemRegistry) {
  const { status, title, members = {} } = problems.definitionOf(code);
  const shown = Object.entries(members).filter(([, { inExample = true }]) => inExample);
  const examples = shown.map(([name, { example }]) => [name, example] as const);
  return {
    type: `/problems/${code}`,
    title,
    status,
    detail: problems.detailOf({ code, members: Object.fromEntries(examples) }),
    instance: '/v1/wallets/alice/GOLD/spend',
    code,
    requestId: '5f0c54a4-6a37-4a5e-9d0e-3a8f6f6a1d55',
    ...Object.fromEntries(examples),
  };
}
