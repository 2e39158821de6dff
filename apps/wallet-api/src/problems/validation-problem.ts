import { type FieldError, ProblemError } from './problem.js';

/** Words what is wrong with a request: each fault as a member of `errors`, and all of them in one sentence. */
export function validationProblem(errors: FieldError[]): ProblemError {
  const detail = errors.map(({ pointer, detail }) => `${pointer || 'the body'} ${detail}`).join('; ');
  return new ProblemError('validation-failed', detail, { errors });
}
