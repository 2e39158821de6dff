import type { Climber, NamedCheck } from './ladder.js';
import type { Refusal } from './refusal.js';

/** The result of one check in a dry run. */
export interface CheckResult {
  code: string;
  /** Of a group: the operation, counted from 0. */
  operation?: number;
  /** `skipped`: an earlier failure left it without input. */
  result: 'passed' | 'failed' | 'skipped';
  /** Of a failed check. */
  refusal?: Refusal;
}

/** Runs all checks and records their results. Only a blocking failure stops a posting before its last check. */
export class CheckRecorder implements Climber {
  readonly results: CheckResult[] = [];
  private operation: number | undefined;
  /** The first failure of all, and the first since `enter`. */
  private first: Refusal | undefined;
  private latest: Refusal | undefined;

  climb<Context>(checks: readonly NamedCheck<Context>[], context: Context): Refusal | undefined {
    for (const [index, check] of checks.entries()) {
      const refusal = check.refusal(context);
      this.record(check.code, refusal ? 'failed' : 'passed', refusal);
      if (!refusal) continue;
      this.latest ??= refusal;
      this.first ??= this.operation === undefined ? refusal : { ...refusal, operation: this.operation };
      if (!check.blocking) continue;
      this.skip(checks.slice(index + 1));
      return this.latest;
    }
    return undefined;
  }

  skip(checks: readonly NamedCheck<never>[]): void {
    for (const { code } of checks) this.record(code, 'skipped');
  }

  failed(): Refusal | undefined {
    return this.operation === undefined ? this.first : this.latest;
  }

  enter(operation: number | undefined): void {
    this.operation = operation;
    this.latest = undefined;
  }

  private record(code: string, result: CheckResult['result'], refusal?: Refusal): void {
    const { operation } = this;
    this.results.push({
      code,
      ...(operation !== undefined && { operation }),
      result,
      ...(refusal && { refusal }),
    });
  }
}
