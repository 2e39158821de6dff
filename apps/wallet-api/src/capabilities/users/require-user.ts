import type { User, Users } from '@app/users';
import { ProblemError } from '../../request/problems/problem.js';

/** The user of this id. Throws `user-not-found`. */
export async function requireUser(users: Users, userId: string): Promise<User> {
  return (await users.find(userId)) ?? refuseUnknown(userId);
}

export function refuseUnknown(userId: string): never {
  throw new ProblemError('user-not-found', `There is no user ${userId}.`, { userId });
}
