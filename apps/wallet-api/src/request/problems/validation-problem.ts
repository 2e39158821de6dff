import { excerpt } from './excerpt.js';
import { type FieldError, maxErrors, ProblemError } from './problem.js';

/** Describes the faults of a request: each in `errors`, the first few in `detail`. */
export function validationProblem(errors: FieldError[]): ProblemError {
  const sentences = errors
    .slice(0, maxErrors)
    .map(({ pointer, detail }) => `${excerpt(pointer, 32) || 'the body'} ${detail}`);
  const more = errors.length - sentences.length;
  if (more > 0) sentences.push(`and ${more} more`);
  return new ProblemError('validation-failed', sentences.join('; '), { errors });
}
