import { defineProblems } from '../../request/problems/define-problems.js';

/** Problems with changing assets. */
export const assetProblems = defineProblems()({
  'asset-exists': {
    status: 409,
    title: 'There is an asset of this code already',
    explanation:
      'The code of an asset is its identity and never comes free again. PATCH /v1/assets/{code} changes the name and the limits of the asset that there is, or retires it.',
  },
});

declare module '../../request/problems/problem-code.js' {
  interface ProblemCodes extends Record<keyof typeof assetProblems, true> {}
}
