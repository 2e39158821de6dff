import { ApiProblems } from '../openapi/api-problems.js';

/** Marks a handler whose body is a JSON object and that moves no credits, and documents what can be wrong with the body. */
export function TakesJson(): MethodDecorator {
  return ApiProblems('validation-failed', 'malformed-json', 'body-too-large', 'unsupported-media-type');
}
