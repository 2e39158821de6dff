import { setTimeout as sleep } from 'node:timers/promises';
import { ShardMap } from '@app/accounts';
import { Reports, ReportsError } from '@app/reports';
import { Inject, Injectable, Logger, Optional } from '@nestjs/common';
import type { QueryRunner } from 'typeorm';
import { CapabilityRegistry } from '../capability/capability-registry.js';
import { auditObserver, type AuditObserver, silentAuditObserver } from './observer.js';
import { verificationOptions, type VerificationOptions } from './options.js';
import { runAudit, type VerificationReport } from './run-audit.js';
import { reportOf, type VerificationProgress, VerificationRuns } from './verification-runs.js';

/** The report, or the progress of an audit that continues after the answer. */
export type AuditAnswer =
  { report: VerificationReport } | { startedAt: Date; steps: number; stepsDone: number };

/** How often a running audit records its progress. */
const recordEveryMs = 500;

/** How often the audit of another instance is polled. */
const pollEveryMs = 250;

/** Audits for callers with limited time. One runs at a time across all instances, and its progress is recorded. */
@Injectable()
export class Audits {
  private readonly logger = new Logger(Audits.name);
  /** Resolves to `undefined` if another instance holds the lock. */
  private running: Promise<VerificationReport | undefined> | undefined;

  constructor(
    private readonly reports: Reports,
    private readonly runs: VerificationRuns,
    private readonly capabilities: CapabilityRegistry,
    private readonly shards: ShardMap,
    @Inject(verificationOptions) private readonly options: VerificationOptions,
    @Optional() @Inject(auditObserver) private readonly observer: AuditObserver = silentAuditObserver,
  ) {}

  /**
   * Joins the running audit, on this instance or another, or starts one. An audit that takes longer than `answerWithinMs`
   * continues; `progress` reports how it ends.
   *
   * Rejects with ReportsError `overloaded` if the audit could not start in that time, or with the error that ended it.
   */
  async request(): Promise<AuditAnswer> {
    const until = performance.now() + this.options.answerWithinMs;
    let elsewhere: string | undefined;
    do {
      const latest = await this.runs.latest();
      if (latest?.state === 'finished' && latest.id === elsewhere) return { report: reportOf(latest) };
      if (latest?.state === 'running' && !this.running) {
        elsewhere = latest.id;
      } else {
        const report = await orLate(this.joinOrStart(), until);
        if (report) return { report };
      }
      await sleep(Math.min(pollEveryMs, Math.max(0, until - performance.now())));
    } while (performance.now() < until);
    const { state, startedAt, steps, stepsDone } = await this.progress();
    if (state === 'running' && startedAt) return { startedAt, steps, stepsDone };
    throw new ReportsError('overloaded', 'The audit could not begin in time.');
  }

  /** The state of the latest audit, on any instance. */
  progress(): Promise<VerificationProgress> {
    return this.runs.progress();
  }

  /**
   * Audits unless an audit is running or `isDue` says no; it is asked when no other instance can begin one. Resolves once the audit
   * has ended.
   */
  async auditIf(isDue: () => Promise<boolean>): Promise<void> {
    await (this.running ?? this.joinOrStart(isDue));
  }

  private joinOrStart(isDue?: () => Promise<boolean>): Promise<VerificationReport | undefined> {
    if (this.running) return this.running;
    const running = this.reports
      .session((queryRunner, signal) => this.recorded(queryRunner, signal, isDue), {
        waitMs: this.options.answerWithinMs,
      })
      .finally(() => {
        this.running = undefined;
      });
    this.running = running;
    // Logged because its callers may have been answered already.
    running.catch((error: unknown) => {
      this.logger.warn(`an audit did not finish: ${error instanceof Error ? error.message : String(error)}`);
    });
    return running;
  }

  private recorded(
    queryRunner: QueryRunner,
    signal: AbortSignal,
    isDue?: () => Promise<boolean>,
  ): Promise<VerificationReport | undefined> {
    return this.runs.exclusively(queryRunner, isDue, async ({ id, startedAt }) => {
      try {
        const found = await runAudit(queryRunner, {
          invariants: this.capabilities.invariants,
          shards: this.shards.all,
          stepTimeoutMs: this.options.stepTimeoutMs,
          signal,
          afterStep: this.recorderOf(id),
        });
        // Every instance reports the same time for this audit.
        const report = { ...found, checkedAt: startedAt };
        await this.runs.finish(id, report);
        this.observer.audited(report);
        this.logResult(report);
        return report;
      } catch (error) {
        // If not even this can be written, the run counts as lost.
        await this.runs.fail(id).catch(() => undefined);
        throw error;
      }
    });
  }

  private logResult({ invariants, durationMs }: VerificationReport): void {
    const broken = invariants
      .filter(({ ok }) => !ok)
      .map(({ name, violations }) => `${name} (${violations})`);
    if (broken.length === 0) this.logger.log(`the audit found the ledger intact in ${durationMs} ms`);
    else this.logger.error(`the audit found violations of ${broken.join(', ')}`);
  }

  /** A failed progress record does not end the audit: the next one follows. */
  private recorderOf(id: string): (soFar: Parameters<VerificationRuns['advance']>[1]) => Promise<void> {
    let next = performance.now() + recordEveryMs;
    return async (soFar) => {
      if (performance.now() < next) return;
      next = performance.now() + recordEveryMs;
      await this.runs.advance(id, soFar).catch(() => undefined);
    };
  }
}

/** `undefined` if time runs out first. */
async function orLate<T>(work: Promise<T>, until: number): Promise<T | undefined> {
  const timer = new AbortController();
  const late = sleep(until - performance.now(), undefined, { signal: timer.signal }).catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    timer.abort();
  }
}
