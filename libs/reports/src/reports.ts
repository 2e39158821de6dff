import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { cancelStatement } from './cancel-statement.js';
import { ConcurrencyLimit } from './concurrency-limit.js';
import { reportsDataSource, reportsOptions, type ReportsOptions } from './options.js';
import { ReportsError } from './reports-error.js';
import { type WaitOptions, SharedRun } from './shared-run.js';

export interface Report<T> {
  /** Identifies the report with all its parameters: reports with the same name share a run. */
  name: string;
  /** The time limit of one statement; 10 s by default. */
  statementTimeoutMs?: number;
  /** Reads one snapshot (PostgreSQL documentation, 13.2.2 Repeatable Read). */
  read: (manager: EntityManager) => Promise<T>;
}

type SessionWork<T> = (queryRunner: QueryRunner, signal: AbortSignal) => Promise<T>;

/**
 * Runs everything whose cost grows with the ledger: reports, audits, scans. They have their own connections, and only a few run
 * at a time, so requests that need an index look-up or a write never queue behind them.
 */
@Injectable()
export class Reports {
  private readonly slots: ConcurrencyLimit;
  private readonly shared = new Map<string, SharedRun<unknown>>();
  private readonly runs = new Set<SharedRun<unknown>>();

  constructor(
    @Inject(reportsDataSource) private readonly reports: DataSource,
    private readonly dataSource: DataSource,
    @Inject(reportsOptions) private readonly options: ReportsOptions,
  ) {
    this.slots = new ConcurrencyLimit(options.concurrent);
  }

  /**
   * Resolves to the result of the report. Identical reports requested at the same time share a run, so the result may be as old
   * as that run. It is cancelled when the last caller leaves.
   *
   * Rejects with ReportsError `overloaded` if the report did not start in time or took too long, or with the database error if
   * the database is unreachable.
   */
  run<T>(report: Report<T>, wait: Partial<WaitOptions> = {}): Promise<T> {
    const known = this.shared.get(report.name);
    const run = known && !known.isAbandoned ? known : this.start((queryRunner) => read(queryRunner, report));
    if (run !== known) {
      this.shared.set(report.name, run);
      whenSettled(run, () => {
        if (this.shared.get(report.name) === run) this.shared.delete(report.name);
      });
    }
    // Reports of one name have the same result type.
    return run.join({ waitMs: this.options.waitMs, ...wait }) as Promise<T>;
  }

  /**
   * Runs work that needs several transactions, with a slot and a read-only connection. Rejects as `run` does. Cancelling ends the
   * running statement, if there is one; the work must check `signal` before each.
   */
  session<T>(work: SessionWork<T>, wait: Partial<WaitOptions> = {}): Promise<T> {
    return this.start(work).join({ waitMs: this.options.waitMs, ...wait });
  }

  /** Cancels running reports and closes the connections. */
  async close(): Promise<void> {
    const runs = [...this.runs];
    for (const run of runs) run.abandon();
    await Promise.allSettled(runs.map(({ result }) => result));
    await this.reports.destroy();
  }

  private start<T>(work: SessionWork<T>): SharedRun<T> {
    const run = new SharedRun<T>(({ signal, begin }) =>
      this.slots.run(() => {
        begin();
        return this.withConnection(work, signal);
      }, signal),
    );
    this.runs.add(run);
    whenSettled(run, () => this.runs.delete(run));
    return run;
  }

  /** Releases the connection only once a pending cancellation has arrived: otherwise it would hit the next report. */
  private async withConnection<T>(work: SessionWork<T>, signal: AbortSignal): Promise<T> {
    const queryRunner = this.reports.createQueryRunner();
    let cancelled: Promise<void> | undefined;
    try {
      const { processID } = (await queryRunner.connect()) as { processID: number };
      signal.throwIfAborted();
      const cancel = () => {
        cancelled = cancelStatement(this.dataSource, processID);
      };
      signal.addEventListener('abort', cancel, { once: true });
      try {
        return await work(queryRunner, signal);
      } finally {
        signal.removeEventListener('abort', cancel);
      }
    } catch (error) {
      throw isCancelled(error) ? tookTooLong(error) : error;
    } finally {
      await cancelled;
      await queryRunner.release();
    }
  }
}

function whenSettled({ result }: SharedRun<unknown>, then: () => void): void {
  result.then(then, then);
}

function read<T>(queryRunner: QueryRunner, report: Report<T>): Promise<T> {
  return queryRunner.manager.transaction('REPEATABLE READ', async (manager) => {
    if (report.statementTimeoutMs !== undefined) {
      await manager.query(`SET LOCAL statement_timeout = ${report.statementTimeoutMs}`);
    }
    return report.read(manager);
  });
}

/** query_canceled: the time limit was exceeded, or every caller left. */
function isCancelled(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '57014';
}

function tookTooLong(cause: unknown): ReportsError {
  return new ReportsError('overloaded', 'The report took too long and was stopped. Ask for less at a time.', {
    cause,
  });
}
