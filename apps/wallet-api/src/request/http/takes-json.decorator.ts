import { ApiProblems } from '../openapi/api-problems.js';

/** Documents what can be wrong with the body of a handler that is no `@Transactional()`: it is read as strictly as there. */
export function TakesJson(): MethodDecorator {
  return ApiProblems('validation-failed', 'malformed-json', 'body-too-large', 'unsupported-media-type');
}
