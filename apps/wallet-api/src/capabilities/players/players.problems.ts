import { PlayersError } from '@app/players';
import { defineProblems } from '../../request/problems/define-problems.js';
import { errorProblem } from '../../request/problems/error-problem.js';
import { ProblemError } from '../../request/problems/problem.js';

/** Problems with signing up. */
export const playerProblems = defineProblems()({
  'user-exists': {
    status: 409,
    title: 'The user id is taken',
    explanation:
      'A player, a user or an account already has this id, and signing up would take over their wallet. Log in, or choose another id.',
  },
});

export const playerErrors = [
  errorProblem(PlayersError, (error) => new ProblemError(error.code, error.message)),
];

declare module '../../request/problems/problem-code.js' {
  interface ProblemCodes extends Record<keyof typeof playerProblems, true> {}
}
