import type { Violation } from './figures.js';

const examplesOfEach = 3;

/** The violations found: a count per kind, and the first of each in words. */
export class Findings {
  readonly counts: Record<Violation, number> = {
    acknowledgedMissing: 0,
    appliedTwice: 0,
    refusedWithEffect: 0,
    divergingAnswers: 0,
    wrongBalances: 0,
    auditFailures: 0,
  };
  readonly examples: string[] = [];

  add(violation: Violation, what: string): void {
    this.counts[violation]++;
    if (this.counts[violation] <= examplesOfEach) this.examples.push(`${violation}: ${what}`);
  }
}
