import { excerpt } from './excerpt.js';
import { maxErrors, type ProblemError, type ProblemMembers } from './problem.js';
import type { ProblemCode } from './problem-code.js';
import type { ProblemRegistry } from './problem-registry.js';

/** A problem document (RFC 9457, application/problem+json). */
export interface ProblemDocument extends ProblemMembers {
  type: string;
  title: string;
  status: number;
  detail: string;
  instance: string;
  code: ProblemCode;
  requestId: string;
}

/** The longest each text may be, in UTF-16 code units. Only echoed input can be longer. */
const maxLength = { detail: 1_024, instance: 512, member: 256, pointer: 64 };

/**
 * A document of bounded size, whatever the request was. The extra members come in alphabetical order, so a replay differs
 * from the first answer in its `requestId` only.
 */
export function problemDocument(
  problem: ProblemError,
  { request, problems }: { request: { path: string; id: string }; problems: ProblemRegistry },
): ProblemDocument {
  const { code, members } = problem;
  const { status, title } = problems.definitionOf(code);
  const sorted = Object.entries(bounded(members)).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    type: `/problems/${code}`,
    title,
    status,
    detail: excerpt(problems.detailOf(problem), maxLength.detail),
    instance: excerpt(request.path, maxLength.instance),
    code,
    requestId: request.id,
    ...Object.fromEntries(sorted),
  };
}

function bounded({ errors, ...members }: ProblemMembers): ProblemMembers {
  const found: ProblemMembers = {};
  for (const [name, value] of Object.entries(members)) {
    found[name] = typeof value === 'string' ? excerpt(value, maxLength.member) : value;
  }
  if (errors) {
    found.errors = errors.slice(0, maxErrors).map(({ pointer, detail }) => ({
      pointer: excerpt(pointer, maxLength.pointer),
      detail: excerpt(detail, maxLength.member),
    }));
    found['errorCount'] = errors.length;
  }
  return found;
}
