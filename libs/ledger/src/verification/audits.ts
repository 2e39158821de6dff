import { setTimeout as sleep } from 'node:timers/promises';
import { ShardMap } from '@app/accounts';
import { Reports, ReportsError } from '@app/reports';
import { Inject, Injectable, Logger, Optional } from '@nestjs/common';
import type { QueryRunner } from 'typeorm';
import { CapabilityRegistry } from '../capability/capability-registry.js';
import { auditObserver, type AuditObserver, silentAuditObserver } from './observer.js';
import { type AuditScope, verificationOptions, type VerificationOptions } from './options.js';
import type { VerificationReport } from './audit-results.js';
import { runAudit } from './run-audit.js';
import { VerifiedPlaces } from './verified-places.js';
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
  /** By scope. Resolves to `undefined` if another instance holds the lock. */
  private readonly running = new Map<AuditScope, Promise<VerificationReport | undefined>>();

  constructor(
    private readonly reports: Reports,
    private readonly runs: VerificationRuns,
    private readonly capabilities: CapabilityRegistry,
    private readonly shards: ShardMap,
    private readonly places: VerifiedPlaces,
    @Inject(verificationOptions) private readonly options: VerificationOptions,
    @Optional() @Inject(auditObserver) private readonly observer: AuditObserver = silentAuditObserver,
  ) {}

  /**
   * Joins the running full audit, on this instance or another, or starts one. An audit that takes longer than `answerWithinMs`
   * continues; `progress` reports how it ends.
   *
   * Rejects with ReportsError `overloaded` if the audit could not start in that time, or with the error that ended it.
   */
  async request(): Promise<AuditAnswer> {
    const until = performance.now() + this.options.answerWithinMs;
    let elsewhere: string | undefined;
    do {
      const latest = await this.runs.latest('full');
      if (latest?.state === 'finished' && latest.id === elsewhere) return { report: reportOf(latest) };
      if (latest?.state === 'running' && !this.running.has('full')) {
        elsewhere = latest.id;
      } else {
        const report = await orLate(this.joinOrStart('full'), until);
        if (report) return { report };
      }
      await sleep(Math.min(pollEveryMs, Math.max(0, until - performance.now())));
    } while (performance.now() < until);
    const { state, startedAt, steps, stepsDone } = await this.progress();
    if (state === 'running' && startedAt) return { startedAt, steps, stepsDone };
    throw new ReportsError('overloaded', 'The audit could not begin in time.');
  }

  /** The state of the latest full audit, on any instance. */
  progress(): Promise<VerificationProgress> {
    return this.runs.progress();
  }

  /**
   * Audits, within the load that scheduled audits may cause, unless an audit of this scope is running or `isDue` says no; it is asked
   * when no other instance can begin one. Resolves once the audit has ended.
   */
  async auditIf(scope: AuditScope, isDue: () => Promise<boolean>): Promise<void> {
    await this.joinOrStart(scope, isDue);
  }

  private joinOrStart(
    scope: AuditScope,
    isDue?: () => Promise<boolean>,
  ): Promise<VerificationReport | undefined> {
    const known = this.running.get(scope);
    if (known) return known;
    const running = this.reports
      .session((queryRunner, signal) => this.recorded(queryRunner, signal, { scope, isDue }), {
        waitMs: this.options.answerWithinMs,
      })
      .finally(() => this.running.delete(scope));
    this.running.set(scope, running);
    running.catch((error: unknown) => {
      // The callers may have been answered already. The schedule logs for itself.
      if (isDue) return;
      this.logger.warn(`an audit did not finish: ${error instanceof Error ? error.message : String(error)}`);
    });
    return running;
  }

  private recorded(
    queryRunner: QueryRunner,
    signal: AbortSignal,
    due: { scope: AuditScope; isDue: (() => Promise<boolean>) | undefined },
  ): Promise<VerificationReport | undefined> {
    return this.runs.exclusively(queryRunner, due, async ({ id, startedAt }) => {
      try {
        const found = await runAudit(queryRunner, {
          invariants: this.capabilities.invariants,
          shards: this.shards.all,
          stepTimeoutMs: this.options.stepTimeoutMs,
          signal,
          afterStep: this.recorderOf(id),
          places: this.places,
          scope: due.scope,
          partSize: this.options.partSize,
          // No caller waits for a scheduled audit.
          ...(due.isDue && { load: this.options.load }),
        });
        // Every instance reports the same time for this audit.
        const report = { ...found, checkedAt: startedAt };
        await this.runs.finish(id, report);
        this.observer.audited(report);
        this.logResult(due.scope, report);
        return report;
      } catch (error) {
        // If not even this can be written, the run counts as lost.
        await this.runs.fail(id).catch(() => undefined);
        throw error;
      }
    });
  }

  private logResult(scope: AuditScope, { invariants, durationMs }: VerificationReport): void {
    const audit = scope === 'full' ? 'the audit' : 'the audit of what is new';
    const broken = invariants
      .filter(({ ok }) => !ok)
      .map(({ name, violations }) => `${name} (${violations})`);
    if (broken.length === 0) this.logger.log(`${audit} found the ledger intact in ${durationMs} ms`);
    else this.logger.error(`${audit} found violations of ${broken.join(', ')}`);
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
