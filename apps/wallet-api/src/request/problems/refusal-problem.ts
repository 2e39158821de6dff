import type { Refusal } from '@app/ledger';
import { ProblemError } from './problem.js';
import type { ProblemCode } from './problem-code.js';

/**
 * Turns what the ledger refused into the problem that the caller reads. A capability cannot be registered without a problem for
 * each of its refusals; their definitions hold the sentences.
 */
export function refusalProblem({ code, ...members }: Refusal): ProblemError {
  return new ProblemError(code as ProblemCode, undefined, members);
}
