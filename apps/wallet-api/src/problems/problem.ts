import { problemCatalogue, type ProblemCode } from './problem-catalogue.js';

/** Where in the request something is wrong: a JSON pointer (RFC 6901) into body, path or query. */
export interface FieldError {
  pointer: string;
  detail: string;
}

export interface ProblemMembers {
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

/** The extra members come in alphabetical order, so a replay differs from the first answer in its `requestId` only. */
export function problemDocument(
  { code, message, members }: ProblemError,
  request: { path: string; id: string },
): ProblemDocument {
  const { status, title } = problemCatalogue[code];
  const sorted = Object.entries(members).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    type: `/problems/${code}`,
    title,
    status,
    detail: message,
    instance: request.path,
    code,
    requestId: request.id,
    ...Object.fromEntries(sorted),
  };
}
