import { excerpt } from './excerpt.js';
import { type FieldError, maxErrors, ProblemError } from './problem.js';

/** Words what is wrong with a request: each fault as a member of `errors`, and the first of them in one sentence. */
export function validationProblem(errors: FieldError[]): ProblemError {
  const sentences = errors
    .slice(0, maxErrors)
    .map(({ pointer, detail }) => `${excerpt(pointer, 32) || 'the body'} ${detail}`);
  const more = errors.length - sentences.length;
  if (more > 0) sentences.push(`and ${more} more`);
  return new ProblemError('validation-failed', sentences.join('; '), { errors });
}
