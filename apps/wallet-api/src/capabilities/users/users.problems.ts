import { defineProblems } from '../../request/problems/define-problems.js';

/** Problems with users. */
export const userProblems = defineProblems()({
  'user-not-found': {
    status: 404,
    title: 'There is no such user',
    explanation:
      'This user is not registered, and has never received any credit. POST /v1/users makes a user known, and so does the first top-up or bonus.',
  },
});

declare module '../../request/problems/problem-code.js' {
  interface ProblemCodes extends Record<keyof typeof userProblems, true> {}
}
