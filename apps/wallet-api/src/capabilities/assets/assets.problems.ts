import { defineProblems } from '../../request/problems/define-problems.js';
import { assetMember } from '../../request/problems/member-schemas.js';

/** Problems with changing assets. */
export const assetProblems = defineProblems()({
  'asset-exists': {
    status: 409,
    title: 'The asset code is taken',
    explanation:
      'The code of an asset is permanent, even when it is retired. Use PATCH /v1/assets/{code} to change or retire the existing asset.',
    members: { asset: assetMember },
  },
});

declare module '../../request/problems/problem-code.js' {
  interface ProblemCodes extends Record<keyof typeof assetProblems, true> {}
}
