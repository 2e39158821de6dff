import { ProblemError } from '../../request/problems/problem.js';

/** Throws `user-not-found`. */
export function refuseUnknown(userId: string): never {
  throw new ProblemError('user-not-found', `There is no user ${userId}.`, { userId });
}
