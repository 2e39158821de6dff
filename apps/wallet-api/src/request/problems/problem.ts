import { excerpt } from './excerpt.js';
import { problemCatalogue, type ProblemCode } from './problem-catalogue.js';

/** Where in the request something is wrong: a JSON pointer (RFC 6901) into body, path or query. */
export interface FieldError {
  pointer: string;
  detail: string;
}

export interface ProblemMembers {
  /** All faults. The document lists the first `maxErrors` and counts all in `errorCount`. */
  errors?: FieldError[];
  [member: string]: string | number | FieldError[] | readonly string[] | undefined;
}

/** Headers that go with a problem, where they differ from what its code brings. */
export type ProblemHeaders = Partial<Record<'retry-after' | 'www-authenticate', string | number>>;

/**
 * Thrown anywhere in the HTTP layer to answer with a problem document of this code. Where there is nothing more particular to
 * say, the detail is what the catalogue explains.
 */
export class ProblemError extends Error {
  readonly headers: ProblemHeaders;

  constructor(
    readonly code: ProblemCode,
    detail: string = problemCatalogue[code].explanation,
    readonly members: ProblemMembers = {},
    { headers = {}, ...options }: ErrorOptions & { headers?: ProblemHeaders } = {},
  ) {
    super(detail, options);
    this.name = 'ProblemError';
    this.headers = headers;
  }
}

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

/** How many faults a document lists. */
export const maxErrors = 10;

/** The longest each text may be, in UTF-16 code units. Only echoed input can be longer. */
const maxLength = { detail: 1_024, instance: 512, member: 256, pointer: 64 };

/**
 * A document of bounded size, whatever the request was. The extra members come in alphabetical order, so a replay differs
 * from the first answer in its `requestId` only.
 */
export function problemDocument(
  { code, message, members }: ProblemError,
  request: { path: string; id: string },
): ProblemDocument {
  const { status, title } = problemCatalogue[code];
  const sorted = Object.entries(bounded(members)).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    type: `/problems/${code}`,
    title,
    status,
    detail: excerpt(message, maxLength.detail),
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
