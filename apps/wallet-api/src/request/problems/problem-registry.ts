import type { ProblemDefinition, ProblemDefinitions } from './define-problems.js';
import type { ErrorProblem } from './error-problem.js';
import { ProblemError, type ProblemMembers } from './problem.js';

/** Every problem of this process: the one map from a code to a status (RFC 9457). */
export class ProblemRegistry {
  private readonly definitions: ReadonlyMap<string, ProblemDefinition>;
  private readonly errors: readonly ErrorProblem[];

  constructor(definitions: ProblemDefinitions, errors: readonly ErrorProblem[]) {
    this.definitions = new Map(Object.entries(definitions));
    this.errors = errors;
  }

  /** In the order of registration. */
  get codes(): string[] {
    return [...this.definitions.keys()];
  }

  /** The codes that every posting can be refused with, beyond those of the ledger itself. */
  get codesOfEveryPosting(): string[] {
    return this.codes.filter((code) => this.definitions.get(code)?.ofEveryPosting);
  }

  find(code: string): ProblemDefinition | undefined {
    return this.definitions.get(code);
  }

  /** Throws if no capability has registered the code. */
  definitionOf(code: string): ProblemDefinition {
    const definition = this.find(code);
    if (!definition) throw new Error(`No capability has registered the problem ${code}.`);
    return definition;
  }

  /** What the caller reads. */
  detailOf({ code, detail, members }: { code: string; detail?: string; members: ProblemMembers }): string {
    const { sentence, explanation } = this.definitionOf(code);
    const inWords = sentence as ((members: ProblemMembers) => string) | undefined;
    return detail ?? inWords?.(members) ?? explanation;
  }

  /** The problem that an error stands for, itself or as the cause of another: the journal wraps what a rule throws. */
  problemOf(error: unknown): ProblemError | undefined {
    if (error instanceof ProblemError) return this.definitions.has(error.code) ? error : undefined;
    for (const each of error instanceof Error ? [error, error.cause] : [error]) {
      for (const problemOf of this.errors) {
        const problem = problemOf(each);
        if (problem) return problem;
      }
    }
    return undefined;
  }
}
