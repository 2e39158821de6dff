import { type HoldRefusal, mostOpenHolds } from '@app/holds';
import { defineProblems } from '../../request/problems/define-problems.js';
import { assetMember, integerMember, type MemberSchema } from '../../request/problems/member-schemas.js';

const holdId: MemberSchema = {
  type: 'string',
  format: 'uuid',
  description: 'The id of the hold.',
  example: '019adb2f-61c8-7a0e-8a51-0f7f3c1d5e10',
};

const instant = (description: string): MemberSchema => {
  return { type: 'string', format: 'date-time', description, example: '2026-01-01T00:15:00.000Z' };
};

/** The refusals of postings on holds. */
export const holdProblems = defineProblems<HoldRefusal>()({
  'hold-not-found': {
    status: 404,
    title: 'There is no such hold',
    explanation:
      'The user has no hold with this id in the asset. A 404 is not stored under its Idempotency-Key: once the hold exists, retry with the same key.',
    members: { holdId },
    sentence: ({ holdId }) => `There is no hold ${holdId} in this account.`,
  },
  'hold-closed': {
    status: 422,
    title: 'The hold is closed',
    explanation:
      'The hold was captured or voided ("closedAs"). Nothing of it is reserved. The refusal is stored under its Idempotency-Key.',
    members: {
      holdId,
      closedAs: {
        type: 'string',
        enum: ['captured', 'voided'],
        description: 'What closed the hold.',
        example: 'captured',
      },
      closedAt: instant('When it was closed.'),
    },
    sentence: ({ holdId, closedAs, closedAt }) => `The hold ${holdId} was ${closedAs} at ${closedAt}.`,
  },
  'hold-lapsed': {
    status: 422,
    title: 'The hold has lapsed',
    explanation:
      'A hold lapses at its "expiresAt", and what was left of it is available again. The refusal is stored under its Idempotency-Key: authorise a new hold.',
    members: { holdId, expiresAt: instant('When it lapsed.') },
    sentence: ({ holdId, expiresAt }) => `The hold ${holdId} lapsed at ${expiresAt}.`,
  },
  'capture-exceeds-hold': {
    status: 422,
    title: 'The hold is smaller than the capture',
    explanation:
      'Captures of a hold cannot add up to more than its amount. The refusal is stored under its Idempotency-Key: capture at most "remaining" under a new key.',
    members: {
      holdId,
      amount: integerMember('The requested amount.', 40),
      remaining: integerMember('What is left of the hold.', 30),
    },
    sentence: ({ holdId, amount, remaining }) =>
      `Of the hold ${holdId}, ${remaining} are left; the request captures ${amount}.`,
  },
  'too-many-holds': {
    status: 422,
    title: 'The account has too many open holds',
    explanation: `At most ${mostOpenHolds} holds of one account can be open at a time. The refusal is stored under its Idempotency-Key: capture or void some, and authorise under a new key.`,
    members: {
      asset: assetMember,
      limit: integerMember('How many holds of an account can be open.', mostOpenHolds),
    },
    sentence: ({ asset, limit }) => `The user already has ${limit} open holds in ${asset}.`,
  },
});

declare module '../../request/problems/problem-code.js' {
  interface ProblemCodes extends Record<keyof typeof holdProblems, true> {}
}
