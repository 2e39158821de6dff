import { CursorError } from '@app/ledger';
import { defineProblems } from '../../request/problems/define-problems.js';
import { errorProblem } from '../../request/problems/error-problem.js';
import { ProblemError } from '../../request/problems/problem.js';

/** Problems with reading transactions. */
export const transactionProblems = defineProblems()({
  'transaction-not-found': {
    status: 404,
    title: 'There is no such transaction',
    explanation: 'No transaction has this id.',
  },
  'invalid-cursor': {
    status: 400,
    title: 'The cursor is not one of this list',
    explanation:
      'A cursor comes from an earlier page of the same list: `startingAfter` is the id of an existing transaction; `after` is `start` or the `cursor` of a page, and goes with `limit` only.',
  },
});

export const transactionErrors = [
  errorProblem(CursorError, (error) => new ProblemError('invalid-cursor', error.message)),
];

declare module '../../request/problems/problem-code.js' {
  interface ProblemCodes extends Record<keyof typeof transactionProblems, true> {}
}
