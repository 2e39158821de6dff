import type { ProblemError } from './problem.js';

/** The problem that an error is answered with; `undefined` for an error of another class. */
export type ErrorProblem = (error: unknown) => ProblemError | undefined;

/** Says how the errors of a lib are answered, by their class. */
export function errorProblem<E extends Error>(
  type: abstract new (...parameters: never[]) => E,
  problem: (error: E) => ProblemError,
): ErrorProblem {
  return (error) => (error instanceof type ? problem(error) : undefined);
}
