/** A problem document of the API (RFC 9457), or what stands in for one when no answer came. */
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

/** What to show for anything that was thrown. */
export function problemOf(error: unknown): ProblemDocument {
  if (error instanceof ProblemError) return error.problem;
  return {
    title: 'The service did not answer',
    detail: 'It may be starting, or the network is away. What you asked for was not shown, or not done.',
    status: 0,
    code: 'no-answer',
  };
}

export function isProblemDocument(value: unknown): value is ProblemDocument {
  return (
    typeof value === 'object' && value !== null && 'title' in value && 'status' in value && 'code' in value
  );
}
