import { ApiExtension } from '@nestjs/swagger';
import type { ProblemCode } from '../problems/problem-code.js';

/** Stands for the problems that capabilities have marked `ofEveryPosting`: they are not known while decorators run. */
export const problemsOfEveryPosting = '{problemsOfEveryPosting}';

/** The start of the names of the members that `ApiProblems` leaves in an operation. A number follows. */
export const problemsMember = 'x-problems-';

/** How often each handler has been decorated. */
const uses = new WeakMap<object, number>();

/**
 * Documents which problems a route can give: one answer per status, one example per code. Several decorators of one handler
 * add up.
 *
 * Only the codes are kept here, one list for each decorator. The answers are made of them when the document is built, because
 * no definition of a problem is registered while decorators run.
 */
export function ApiProblems(...codes: (ProblemCode | typeof problemsOfEveryPosting)[]): MethodDecorator {
  return (target, key, descriptor) => {
    const handler = descriptor.value as object;
    const use = uses.get(handler) ?? 0;
    uses.set(handler, use + 1);
    ApiExtension(`${problemsMember}${use}`, codes)(target, key, descriptor);
  };
}
