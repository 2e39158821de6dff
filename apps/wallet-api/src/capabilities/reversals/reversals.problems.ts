import type { ReversalRefusal } from '@app/reversals';
import { defineProblems } from '../../request/problems/define-problems.js';
import { integerMember, textMember } from '../../request/problems/member-schemas.js';

/** The refusals of reversals and reinstatements. */
export const reversalProblems = defineProblems<ReversalRefusal>()({
  'not-reversible': {
    status: 422,
    title: 'A transaction of this type cannot be reversed',
    explanation:
      'Spends, purchases, captures, conversions, top-ups, bonuses and rewards can be reversed, also as operations of a transaction. To undo a reversal, reinstate it; only a reversal can be reinstated.',
    members: { transactionType: textMember('The type of the transaction.', 'reversal') },
    sentence: ({ transactionType }) =>
      `A transaction of type ${transactionType} cannot be reversed or reinstated in this way.`,
  },
  'reversal-exceeds-original': {
    status: 422,
    title: 'There is less left to reverse',
    explanation:
      'All reversals of a transaction together, whatever their causes, take at most what it moved ("original"). "reversed" is the running total, "remaining" the rest. For a reinstatement, "original" is what the reversal reversed and "reversed" what was reinstated of it. To reverse up to a total without counting, send "upTo".',
    members: {
      original: integerMember('The amount of the original.', 500),
      reversed: integerMember('What of it is reversed.', 400),
      remaining: integerMember('What is left.', 100),
    },
    sentence: ({ original, reversed, remaining }) =>
      `Of ${original}, ${reversed} are reversed; ${remaining} remain.`,
  },
});

declare module '../../request/problems/problem-code.js' {
  interface ProblemCodes extends Record<keyof typeof reversalProblems, true> {}
}
