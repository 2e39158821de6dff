import { ApiExtension } from '@nestjs/swagger';
import type { ProblemCode } from '../problems/problem-code.js';

/** A placeholder for the problems marked `ofEveryPosting`, which are not known while decorators run. */
export const problemsOfEveryPosting = '{problemsOfEveryPosting}';

/** A placeholder for the problems of every type of operation, which capabilities register. */
export const problemsOfOperations = '{problemsOfOperations}';

/** The prefix of the members that `ApiProblems` leaves in an operation. A number follows. */
export const problemsMember = 'x-problems-';

/** How often each handler has been decorated. */
const uses = new WeakMap<object, number>();

/**
 * Documents the problems that a route can answer. Several decorators of one handler add up.
 *
 * Keeps only the codes, one list per decorator: no problem is registered while decorators run. `putProblems` makes the
 * responses when the document is built.
 */
export function ApiProblems(
  ...codes: (ProblemCode | typeof problemsOfEveryPosting | typeof problemsOfOperations)[]
): MethodDecorator {
  return (target, key, descriptor) => {
    const handler = descriptor.value as object;
    const use = uses.get(handler) ?? 0;
    uses.set(handler, use + 1);
    ApiExtension(`${problemsMember}${use}`, codes)(target, key, descriptor);
  };
}
