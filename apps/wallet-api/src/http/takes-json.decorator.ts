import { ApiProblems } from '../openapi/api-problems.js';

/** Marks a handler whose body is a JSON object and which is not `@Transactional`: documents what can be wrong with it. */
export function TakesJson(): MethodDecorator {
  return ApiProblems('validation-failed', 'malformed-json', 'body-too-large', 'unsupported-media-type');
}
