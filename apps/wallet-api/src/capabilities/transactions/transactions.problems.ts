import { CursorError, type LedgerRefusal } from '@app/ledger';
import { defineProblems } from '../../request/problems/define-problems.js';
import { errorProblem } from '../../request/problems/error-problem.js';
import { ProblemError } from '../../request/problems/problem.js';

/** The refusals of postings that refer to a transaction. */
export type TransactionRefusal = Extract<LedgerRefusal, { code: `transaction-${string}` }>;

/** Problems with transactions that a request names. */
export const transactionProblems = defineProblems<TransactionRefusal>()({
  'transaction-not-found': {
    status: 404,
    title: 'There is no such transaction',
    explanation:
      'No transaction has this id, or it belongs to another user. The answer to a write is not stored under its Idempotency-Key: if the transaction is still to come, retry with the same key.',
    members: {
      transactionId: {
        type: 'string',
        format: 'uuid',
        optional: true,
        description: 'The id that was not found.',
        example: '019adb2f-61c8-7a0e-8a51-0f7f3c1d5e10',
      },
      payment: {
        type: 'string',
        optional: true,
        inExample: false,
        description: 'The provider and the id of the payment that credited no transaction of the user.',
        example: 'app-store/2000000123456789',
      },
    },
    sentence: ({ transactionId, payment }) =>
      payment === undefined
        ? `There is no transaction ${transactionId}.`
        : `No transaction of the user has credited the payment ${payment}.`,
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
