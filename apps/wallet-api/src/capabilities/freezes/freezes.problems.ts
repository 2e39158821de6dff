import type { FreezeRefusal } from '@app/freezes';
import { defineProblems } from '../../request/problems/define-problems.js';
import { assetMember } from '../../request/problems/member-schemas.js';

/** Refusals of postings on a frozen wallet. */
export const freezeProblems = defineProblems<FreezeRefusal>()({
  'wallet-frozen': {
    status: 422,
    title: 'The wallet is frozen',
    explanation:
      'A frozen wallet can receive credits, but cannot spend them until an administrator unfreezes it.',
    members: { asset: assetMember },
    sentence: ({ asset }) => `The wallet is frozen and cannot spend ${asset}.`,
    ofEveryPosting: true,
  },
});

declare module '../../request/problems/problem-code.js' {
  interface ProblemCodes extends Record<keyof typeof freezeProblems, true> {}
}
