import { Injectable } from '@nestjs/common';
import { ShardMap } from '@app/accounts';
import { DataSource, type EntityManager } from 'typeorm';
import { type Invariant, invariants } from './invariants.js';

export interface InvariantReport {
  name: string;
  ok: boolean;
  /** How many accounts, entries, transactions or keys were looked at. */
  checked: number;
  violations: number;
  /** The first few of them. */
  examples: string[];
  durationMs: number;
}

export interface VerificationReport {
  ok: boolean;
  checkedAt: Date;
  durationMs: number;
  invariants: InvariantReport[];
}

/** How far the latest audit of this process has come. */
export interface VerificationProgress {
  running: boolean;
  startedAt: Date | null;
  /** A step is one invariant in one shard. */
  steps: number;
  stepsDone: number;
  /** What has been found so far, in the order in which the invariants are checked. */
  invariants: InvariantReport[];
}

const maxExamples = 5;

/** The audit: proves from the stored rows alone that the ledger is what it claims to be. */
@Injectable()
export class Verification {
  private running: Promise<VerificationReport> | undefined;
  private startedAt: Date | null = null;
  private stepsDone = 0;
  private reports = emptyReports();

  constructor(
    private readonly dataSource: DataSource,
    private readonly shards: ShardMap,
  ) {}

  /**
   * Verifies the whole ledger while it is being written to. Two callers at the same moment share one run, so that
   * nobody can load the database by asking often.
   */
  verify(): Promise<VerificationReport> {
    this.running ??= this.run().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  /** How far the run has come that is under way, or else how the last one ended. Asks nothing of the database. */
  progress(): VerificationProgress {
    return {
      running: this.running !== undefined,
      startedAt: this.startedAt,
      steps: this.shards.count * invariants.length,
      stepsDone: this.stepsDone,
      invariants: this.reports.map(rounded),
    };
  }

  private async run(): Promise<VerificationReport> {
    const checkedAt = new Date();
    const startedAt = performance.now();
    this.startedAt = checkedAt;
    this.stepsDone = 0;
    this.reports = emptyReports();
    for (const shard of this.shards.all) await this.verifyShard(shard);
    return {
      ok: this.reports.every((report) => report.ok),
      checkedAt,
      durationMs: Math.round(performance.now() - startedAt),
      invariants: this.reports.map(rounded),
    };
  }

  /**
   * One snapshot per shard: what is written meanwhile is seen whole or not at all (PostgreSQL documentation, 13.2.2
   * Repeatable Read), and no snapshot is held longer than one shard takes.
   */
  private verifyShard(shard: number): Promise<void> {
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      // The limits of ordinary statements are not meant for a scan of everything.
      await manager.query(`SET TRANSACTION READ ONLY`);
      await manager.query(`SET LOCAL statement_timeout = 0`);
      await manager.query(`SET LOCAL enable_seqscan = on`);
      for (const [index, invariant] of invariants.entries()) {
        const report = this.reports[index];
        if (!report) throw new Error(`no report is kept of ${invariant.name}`);
        add(report, await check(manager, shard, invariant));
        this.stepsDone += 1;
      }
    });
  }
}

type Finding = Omit<InvariantReport, 'name' | 'ok'>;

function emptyReports(): InvariantReport[] {
  return invariants.map(({ name }) => ({
    name,
    ok: true,
    checked: 0,
    violations: 0,
    examples: [],
    durationMs: 0,
  }));
}

function add(report: InvariantReport, found: Finding): void {
  report.checked += found.checked;
  report.violations += found.violations;
  report.ok = report.violations === 0;
  report.examples = [...report.examples, ...found.examples].slice(0, maxExamples);
  report.durationMs += found.durationMs;
}

function rounded(report: InvariantReport): InvariantReport {
  return { ...report, durationMs: Math.round(report.durationMs) };
}

/** What cannot be told to be right is a violation too: a comparison with something that is missing gives NULL. */
async function check(manager: EntityManager, shard: number, { name, sql }: Invariant): Promise<Finding> {
  const startedAt = performance.now();
  const rows = await manager.query<{ checked: string; violations: string; examples: string[] | null }[]>(
    `SELECT count(*) AS checked,
            count(*) FILTER (WHERE bad IS NOT FALSE) AS violations,
            (array_agg(subject) FILTER (WHERE bad IS NOT FALSE))[1:${maxExamples}] AS examples
     FROM (${sql}) AS findings`,
    [shard],
  );
  const [row] = rows;
  if (!row) throw new Error(`the check of ${name} gave no row`);
  return {
    checked: Number(row.checked),
    violations: Number(row.violations),
    examples: row.examples ?? [],
    durationMs: performance.now() - startedAt,
  };
}
