import type { FreezeRefusal } from '@app/freezes';
import { defineProblems } from '../../request/problems/define-problems.js';

/** What a frozen wallet is refused. */
export const freezeProblems = defineProblems<FreezeRefusal>()({
  'wallet-frozen': {
    status: 422,
    title: 'The wallet is frozen',
    explanation: 'A frozen wallet receives credits, but cannot spend them until it is released.',
    sentence: ({ asset }) => `The wallet is frozen and cannot spend ${asset}.`,
    ofEveryPosting: true,
  },
});

declare module '../../request/problems/problem-code.js' {
  interface ProblemCodes extends Record<keyof typeof freezeProblems, true> {}
}
