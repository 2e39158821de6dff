import type { Refusal } from '@app/ledger';
import type { MemberSchema } from './member-schemas.js';

/** Everything about one kind of problem, under its code (RFC 9457). */
export interface ProblemDefinition {
  readonly status: number;
  readonly title: string;
  /** What happened and what to do, for the reader of `GET /problems/{code}`. */
  readonly explanation: string;
  /** The members besides those of RFC 9457. The OpenAPI document has them, and tests hold every answer against it. */
  readonly members?: Readonly<Record<string, MemberSchema>>;
  /** Builds the detail from the members, for a problem thrown without one. Defaults to the explanation. */
  readonly sentence?: (members: never) => string;
  /** Seconds to wait before a retry. */
  readonly retryAfter?: number;
  /** Whether a program can send the same request again, unchanged (`x-retryable`). Defaults to whether there is a `retryAfter`. */
  readonly retryable?: boolean;
  /** Any posting can be refused with it, so each route that posts documents it. */
  readonly ofEveryPosting?: boolean;
}

/** Problems by their codes. */
export type ProblemDefinitions = Readonly<Record<string, ProblemDefinition>>;

/** The names of the members of a refusal, without those that an index signature would allow. */
type MemberOf<R> = keyof {
  [Member in keyof R as Member extends 'code' ? never : string extends Member ? never : Member]: true;
};

/** Requires a schema for each member of a refusal. */
type WithMembers<R> = [MemberOf<R>] extends [never]
  ? object
  : { readonly members: Readonly<Record<MemberOf<R>, MemberSchema>> };

/** The definitions that these refusals need: each with its sentence and its members. */
export type RefusalProblems<R extends Refusal> = {
  readonly [Code in R['code']]: ProblemDefinition & {
    readonly sentence: (refusal: Extract<R, { code: Code }>) => string;
  } & WithMembers<Extract<R, { code: Code }>>;
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
