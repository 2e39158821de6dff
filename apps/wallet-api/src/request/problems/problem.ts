import type { ProblemCode } from './problem-code.js';

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

/** How many faults a document lists. */
export const maxErrors = 10;

/**
 * Thrown anywhere in the HTTP layer to answer with a problem document of this code. Without a detail, the document has the
 * sentence that the definition of the code makes of the members, or its explanation.
 */
export class ProblemError extends Error {
  readonly headers: ProblemHeaders;

  constructor(
    readonly code: ProblemCode,
    readonly detail?: string,
    readonly members: ProblemMembers = {},
    { headers = {}, ...options }: ErrorOptions & { headers?: ProblemHeaders } = {},
  ) {
    super(detail ?? code, options);
    this.name = 'ProblemError';
    this.headers = headers;
  }
}
