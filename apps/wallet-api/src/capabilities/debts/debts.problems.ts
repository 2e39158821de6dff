import type { ForgivenessRefusal } from '@app/debts';
import { defineProblems } from '../../request/problems/define-problems.js';
import { assetMember, integerMember } from '../../request/problems/member-schemas.js';

/** The refusals of forgiving debt. */
export const debtProblems = defineProblems<ForgivenessRefusal>()({
  'forgiveness-exceeds-debt': {
    status: 422,
    title: 'The user owes less',
    explanation:
      'More debt was to be forgiven than the user owes ("owed"). Credits may have repaid it in the meantime. The refusal is stored under its Idempotency-Key: forgive what is left under a new key.',
    members: { asset: assetMember, owed: integerMember('What the user owes.', 30) },
    sentence: ({ asset, owed }) => `The user owes ${owed} ${asset}.`,
  },
});

declare module '../../request/problems/problem-code.js' {
  interface ProblemCodes extends Record<keyof typeof debtProblems, true> {}
}
