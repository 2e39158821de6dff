import type { PaymentRefusal } from '@app/payments';
import { defineProblems } from '../../request/problems/define-problems.js';

/** The refusals of postings with a payment, and the problem of reading one. */
export const paymentProblems = defineProblems<PaymentRefusal>()({
  'payment-already-credited': {
    status: 422,
    title: 'The payment is already credited',
    explanation:
      'A payment, which is a provider and an id, is credited once, whatever the key, the user and the client. "transactionId" is the transaction that did it; it is present only if it belongs to the same user. The refusal is stored under its Idempotency-Key.',
    members: {
      transactionId: {
        type: 'string',
        format: 'uuid',
        optional: true,
        description: 'The transaction that credited the payment, if it is of the same user.',
        example: '019adb2f-61c8-7a0e-8a51-0f7f3c1d5e10',
      },
    },
    sentence: ({ transactionId }) =>
      transactionId === undefined
        ? 'The payment is already credited.'
        : `The payment is already credited, by transaction ${transactionId}.`,
  },
  'sandbox-payment': {
    status: 422,
    title: 'Sandbox payments are for testers',
    explanation:
      'No money was paid. A live wallet credits a sandbox payment only to a tester, as a bonus; PATCH /v1/users/{userId} makes a user a tester. The refusal is not stored under its Idempotency-Key: retry with the same key once the user is a tester.',
    sentence: () => 'This is a sandbox payment, and the user is not a tester.',
  },
  'live-payment': {
    status: 422,
    title: 'A test wallet credits no live payment',
    explanation:
      'This wallet is for tests: credit the payment in the live one. The refusal is not stored under its Idempotency-Key.',
    sentence: () => 'This wallet is for tests, and the payment is live.',
  },
  'payment-not-found': {
    status: 404,
    title: 'There is no such payment',
    explanation: 'No payment with this provider and id was credited.',
  },
});

declare module '../../request/problems/problem-code.js' {
  interface ProblemCodes extends Record<keyof typeof paymentProblems, true> {}
}
