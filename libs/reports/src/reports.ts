import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { cancelStatement } from './cancel-statement.js';
import { ConcurrencyLimit } from './concurrency-limit.js';
import { reportsDataSource, reportsOptions, type ReportsOptions } from './options.js';
import { ReportsError } from './reports-error.js';
import { type WaitOptions, SharedRun } from './shared-run.js';

export interface Report<T> {
  /** Names the report and all its parameters: reports of one name share a run. */
  name: string;
  /** The longest that one statement of it may take; 10 s unless given. */
  statementTimeoutMs?: number;
  /** Reads one snapshot (PostgreSQL documentation, 13.2.2 Repeatable Read). */
  read: (manager: EntityManager) => Promise<T>;
}

type SessionWork<T> = (queryRunner: QueryRunner, signal: AbortSignal) => Promise<T>;

/**
 * Runs everything whose cost grows with the ledger: reports, audits, scans. They have their own connections, and a few run at
 * a time, so requests that need an index look-up or a write never queue behind them.
 */
@Injectable()
export class Reports {
  private readonly places: ConcurrencyLimit;
  private readonly shared = new Map<string, SharedRun<unknown>>();
  private readonly runs = new Set<SharedRun<unknown>>();

  constructor(
    @Inject(reportsDataSource) private readonly reports: DataSource,
    private readonly dataSource: DataSource,
    @Inject(reportsOptions) private readonly options: ReportsOptions,
  ) {
    this.places = new ConcurrencyLimit(options.concurrent);
  }

  /**
   * The result of the report. Identical ones that are asked for at the same time share a run, so the answer may be as old as
   * that run. It is cancelled when the last caller leaves.
   *
   * Rejects with ReportsError `overloaded` if the report did not begin in time or took too long, and with the error of the
   * database if it cannot be asked.
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
   * Runs work that needs several transactions, with a place and a read-only connection. Rejects as `run` does. A cancellation
   * ends the statement that is running, if there is one; the work checks `signal` before each.
   */
  session<T>(work: SessionWork<T>, wait: Partial<WaitOptions> = {}): Promise<T> {
    return this.start(work).join({ waitMs: this.options.waitMs, ...wait });
  }

  /** Cancels what is running and closes the connections. */
  async close(): Promise<void> {
    const runs = [...this.runs];
    for (const run of runs) run.abandon();
    await Promise.allSettled(runs.map(({ result }) => result));
    await this.reports.destroy();
  }

  private start<T>(work: SessionWork<T>): SharedRun<T> {
    const run = new SharedRun<T>(({ signal, begin }) =>
      this.places.run(() => {
        begin();
        return this.withConnection(work, signal);
      }, signal),
    );
    this.runs.add(run);
    whenSettled(run, () => this.runs.delete(run));
    return run;
  }

  /** Releases the connection only after a pending cancellation has arrived: it would hit the next report. */
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

/** query_canceled: by the time limit, or because every caller left. */
function isCancelled(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '57014';
}

function tookTooLong(cause: unknown): ReportsError {
  return new ReportsError('overloaded', 'The report took too long and was stopped. Ask for less at a time.', {
    cause,
  });
}
