import { type Finding, maxExamples } from './audit-part.js';
import type { Invariant } from './invariants.js';

export interface InvariantReport {
  name: string;
  ok: boolean;
  /** The number of accounts, entries, transactions or keys checked. */
  checked: number;
  violations: number;
  /** The first few violations. */
  examples: string[];
  durationMs: number;
}

export interface VerificationReport {
  ok: boolean;
  checkedAt: Date;
  durationMs: number;
  invariants: InvariantReport[];
}

/** The findings of an audit so far, added up by invariant. */
export class AuditResults {
  private readonly reports: InvariantReport[];
  private shardsDone = 0;
  /** The invariants that were checked in the current shard. */
  private readonly checkedHere = new Set<number>();

  constructor(invariants: readonly Invariant[]) {
    this.reports = invariants.map(({ name }) => ({
      name,
      ok: true,
      checked: 0,
      violations: 0,
      examples: [],
      durationMs: 0,
    }));
  }

  add(invariant: number, { checked, violations, examples, durationMs }: Finding): void {
    const report = this.reports[invariant];
    if (!report) throw new Error(`There is no invariant ${invariant}`);
    report.checked += checked;
    report.violations += violations;
    report.ok = report.violations === 0;
    report.examples = [...report.examples, ...examples].slice(0, maxExamples);
    report.durationMs += durationMs;
    this.checkedHere.add(invariant);
  }

  endShard(): void {
    this.shardsDone += 1;
    this.checkedHere.clear();
  }

  soFar(): { stepsDone: number; invariants: InvariantReport[] } {
    const stepsDone = this.shardsDone * this.reports.length + this.checkedHere.size;
    return { stepsDone, invariants: this.rounded() };
  }

  report({
    checkedAt,
    durationMs,
  }: Pick<VerificationReport, 'checkedAt' | 'durationMs'>): VerificationReport {
    return { ok: this.reports.every(({ ok }) => ok), checkedAt, durationMs, invariants: this.rounded() };
  }

  private rounded(): InvariantReport[] {
    return this.reports.map((report) => ({ ...report, durationMs: Math.round(report.durationMs) }));
  }
}
