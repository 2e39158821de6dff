import { setTimeout as sleep } from 'node:timers/promises';
import { ShardMap } from '@app/accounts';
import { Reports, ReportsError } from '@app/reports';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { QueryRunner } from 'typeorm';
import { verificationOptions, type VerificationOptions } from './options.js';
import { runAudit, type VerificationReport } from './run-audit.js';
import { reportOf, type VerificationProgress, VerificationRuns } from './verification-runs.js';

/** The report, or how far the audit is that goes on without the caller. */
export type AuditAnswer =
  { report: VerificationReport } | { startedAt: Date; steps: number; stepsDone: number };

/** How often a running audit writes down how far it has come. */
const recordEveryMs = 500;

/** How often the audit of another instance is looked at. */
const lookEveryMs = 250;

/** Audits for callers who do not want to wait for long. One runs at a time, over all instances; its progress is recorded. */
@Injectable()
export class Audits {
  private readonly logger = new Logger(Audits.name);
  /** `undefined` as its result: another instance holds the lock. */
  private running: Promise<VerificationReport | undefined> | undefined;

  constructor(
    private readonly reports: Reports,
    private readonly runs: VerificationRuns,
    private readonly shards: ShardMap,
    @Inject(verificationOptions) private readonly options: VerificationOptions,
  ) {}

  /**
   * Joins the audit that is running, here or at another instance, or starts one. An audit that is not finished in time goes
   * on, and `progress` tells how it ends.
   *
   * Rejects with ReportsError `overloaded` if the audit could not begin in that time, and with the error that ended it.
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
        const report = await orLate(this.here(), until);
        if (report) return { report };
      }
      await sleep(Math.min(lookEveryMs, Math.max(0, until - performance.now())));
    } while (performance.now() < until);
    const { state, startedAt, steps, stepsDone } = await this.progress();
    if (state === 'running' && startedAt) return { startedAt, steps, stepsDone };
    throw new ReportsError('overloaded', 'The audit could not begin in time.');
  }

  /** How the latest audit stands, whichever instance runs it. */
  progress(): Promise<VerificationProgress> {
    return this.runs.progress();
  }

  private here(): Promise<VerificationReport | undefined> {
    if (this.running) return this.running;
    const running = this.reports
      .session((queryRunner) => this.recorded(queryRunner), { waitMs: this.options.answerWithinMs })
      .finally(() => {
        this.running = undefined;
      });
    this.running = running;
    // Its callers may have been answered already.
    running.catch((error: unknown) => {
      this.logger.warn(`an audit did not finish: ${error instanceof Error ? error.message : String(error)}`);
    });
    return running;
  }

  private recorded(queryRunner: QueryRunner): Promise<VerificationReport | undefined> {
    return this.runs.exclusively(queryRunner, async ({ id, startedAt }) => {
      try {
        const found = await runAudit(queryRunner, {
          shards: this.shards.all,
          stepTimeoutMs: this.options.stepTimeoutMs,
          afterStep: this.recorderOf(id),
        });
        // Every instance gives this audit the same time.
        const report = { ...found, checkedAt: startedAt };
        await this.runs.finish(id, report);
        return report;
      } catch (error) {
        // If not even this can be written, the run counts as lost.
        await this.runs.fail(id).catch(() => undefined);
        throw error;
      }
    });
  }

  /** A progress that could not be written is no reason to give the audit up: the next one comes. */
  private recorderOf(id: string): (soFar: Parameters<VerificationRuns['advance']>[1]) => Promise<void> {
    let next = performance.now() + recordEveryMs;
    return async (soFar) => {
      if (performance.now() < next) return;
      next = performance.now() + recordEveryMs;
      await this.runs.advance(id, soFar).catch(() => undefined);
    };
  }
}

/** `undefined` when the time is over first. */
async function orLate<T>(work: Promise<T>, until: number): Promise<T | undefined> {
  const timer = new AbortController();
  const late = sleep(until - performance.now(), undefined, { signal: timer.signal }).catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    timer.abort();
  }
}
