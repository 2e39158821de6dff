import type { requestProblems } from './request.problems.js';

/**
 * The codes of all problems. Each capability adds its codes by declaration merging in its `*.problems.ts`: `request/` imports
 * no capability.
 */
export interface ProblemCodes extends Record<keyof typeof requestProblems, true> {}

export type ProblemCode = keyof ProblemCodes;
