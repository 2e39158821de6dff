import type { Refusal } from '@app/ledger';

/** Everything about one kind of problem, under its code (RFC 9457). */
export interface ProblemDefinition {
  readonly status: number;
  readonly title: string;
  /** What happened and what to do, for the person who reads `GET /problems/{code}`. */
  readonly explanation: string;
  /** The detail of a problem that is thrown without one, from its members. The explanation if missing. */
  readonly sentence?: (members: never) => string;
  /** Seconds after which a retry makes sense. */
  readonly retryAfter?: number;
  /** Every posting can be refused for it, whatever it is: each route that posts documents it. */
  readonly ofEveryPosting?: boolean;
}

/** Problems by their codes. */
export type ProblemDefinitions = Readonly<Record<string, ProblemDefinition>>;

/** What has to be defined for these refusals: each with its sentence. */
export type RefusalProblems<R extends Refusal> = {
  readonly [Code in R['code']]: ProblemDefinition & {
    readonly sentence: (refusal: Extract<R, { code: Code }>) => string;
  };
};

/**
 * Defines the problems of a capability. `R` are the refusals among them: one without a definition does not compile.
 *
 *     export const catalogProblems = defineProblems<CatalogRefusal>()({ 'item-retired': { … }, … });
 *
 * Two calls, because TypeScript infers all type arguments of a call or none.
 */
export function defineProblems<R extends Refusal = never>() {
  return <Problems extends ProblemDefinitions>(problems: Problems & RefusalProblems<R>): Problems => problems;
}
