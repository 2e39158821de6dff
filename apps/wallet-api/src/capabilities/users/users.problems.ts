import { defineProblems } from '../../request/problems/define-problems.js';
import { textMember } from '../../request/problems/member-schemas.js';

/** Problems with users. */
export const userProblems = defineProblems()({
  'user-not-found': {
    status: 404,
    title: 'There is no such user',
    explanation:
      'The user is not registered and has never been credited. POST /v1/users registers a user; a first top-up or bonus also makes one known.',
    members: { userId: textMember("The game's id of the user.", 'alice') },
  },
});

declare module '../../request/problems/problem-code.js' {
  interface ProblemCodes extends Record<keyof typeof userProblems, true> {}
}
