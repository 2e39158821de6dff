/** A problem document of the API (RFC 9457), or a substitute if no answer came. */
export interface ProblemDocument {
  title: string;
  detail: string;
  status: number;
  code: string;
  requestId?: string;
  errors?: { pointer: string; detail: string }[];
}

export class ProblemError extends Error {
  constructor(readonly problem: ProblemDocument) {
    super(`${problem.title}: ${problem.detail}`);
    this.name = 'ProblemError';
  }
}

/** Turns anything thrown into a problem to show. */
export function problemOf(error: unknown): ProblemDocument {
  if (error instanceof ProblemError) return error.problem;
  return {
    title: 'The service did not answer',
    detail: 'It may be starting, or the network may be down.',
    status: 0,
    code: 'no-answer',
  };
}

export function isProblemDocument(value: unknown): value is ProblemDocument {
  return (
    typeof value === 'object' && value !== null && 'title' in value && 'status' in value && 'code' in value
  );
}
