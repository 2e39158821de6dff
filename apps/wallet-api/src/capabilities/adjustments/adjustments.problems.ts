import type { AdjustmentRefusal } from '@app/adjustments';
import { defineProblems } from '../../request/problems/define-problems.js';
import { integerMember } from '../../request/problems/member-schemas.js';

export const adjustmentProblems = defineProblems<AdjustmentRefusal>()({
  'adjustment-exceeds-limit': {
    status: 422,
    title: 'The client may not adjust by this much',
    explanation:
      'The client has a largest adjustment ("limit"), which an operator sets with "npm run client". The answer is not stored under its Idempotency-Key: once the limit is raised, retry with the same key.',
    members: {
      amount: integerMember('The amount that the request asked for.', 5000),
      limit: integerMember("The client's largest adjustment.", 1000),
    },
    sentence: ({ amount, limit }) =>
      `The adjustment of ${amount} is larger than ${limit}, the most that this client may adjust by.`,
  },
});

declare module '../../request/problems/problem-code.js' {
  interface ProblemCodes extends Record<keyof typeof adjustmentProblems, true> {}
}
