import { ApiProblems } from '../openapi/api-problems.js';

/** Documents the problems of a JSON body, for a handler without `@Transactional()`. Bodies are parsed just as strictly there. */
export function TakesJson(): MethodDecorator {
  return ApiProblems('validation-failed', 'malformed-json', 'body-too-large', 'unsupported-media-type');
}
