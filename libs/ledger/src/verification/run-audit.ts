import { readClock } from '@app/database';
import type { EntityManager, QueryRunner } from 'typeorm';
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

export interface AuditOptions {
  invariants: readonly Invariant[];
  shards: readonly number[];
  /** See VerificationOptions. */
  stepTimeoutMs: number;
  /** Stops the audit before its next step. */
  signal: AbortSignal;
  /** Called after each step with the results so far. */
  afterStep?: (soFar: { stepsDone: number; invariants: InvariantReport[] }) => Promise<void>;
}

const maxExamples = 5;

/** A step is one invariant in one shard. */
export function stepsOf({ invariants, shards }: Pick<AuditOptions, 'invariants' | 'shards'>): number {
  return shards.length * invariants.length;
}

/**
 * Checks every invariant from the stored rows alone, while the ledger is being written.
 *
 * Uses one snapshot per shard: concurrent batches are either complete or absent (PostgreSQL documentation, 13.2.2 Repeatable
 * Read), and no snapshot is held longer than one shard takes.
 */
export async function runAudit(
  queryRunner: QueryRunner,
  { invariants, shards, stepTimeoutMs, signal, afterStep }: AuditOptions,
): Promise<VerificationReport> {
  const checkedAt = await readClock(queryRunner.manager);
  const startedAt = performance.now();
  const reports = emptyReports(invariants);
  let stepsDone = 0;
  for (const shard of shards) {
    await queryRunner.manager.transaction('REPEATABLE READ', async (manager) => {
      // The limits of ordinary statements are too short for a full scan.
      await manager.query(`SET LOCAL statement_timeout = ${stepTimeoutMs}`);
      await manager.query(`SET LOCAL enable_seqscan = on`);
      for (const { report, invariant } of reports) {
        signal.throwIfAborted();
        add(report, await check(manager, shard, invariant));
        stepsDone += 1;
        await afterStep?.({ stepsDone, invariants: rounded(reports) });
      }
    });
  }
  return {
    ok: reports.every(({ report }) => report.ok),
    checkedAt,
    durationMs: Math.round(performance.now() - startedAt),
    invariants: rounded(reports),
  };
}

interface Checked {
  invariant: Invariant;
  report: InvariantReport;
}

type Finding = Omit<InvariantReport, 'name' | 'ok'>;

function emptyReports(invariants: readonly Invariant[]): Checked[] {
  return invariants.map((invariant) => ({
    invariant,
    report: { name: invariant.name, ok: true, checked: 0, violations: 0, examples: [], durationMs: 0 },
  }));
}

function add(report: InvariantReport, found: Finding): void {
  report.checked += found.checked;
  report.violations += found.violations;
  report.ok = report.violations === 0;
  report.examples = [...report.examples, ...found.examples].slice(0, maxExamples);
  report.durationMs += found.durationMs;
}

function rounded(reports: readonly Checked[]): InvariantReport[] {
  return reports.map(({ report }) => ({ ...report, durationMs: Math.round(report.durationMs) }));
}

/** Treats NULL as a violation: comparing with a missing value yields NULL. */
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
  if (!row) throw new Error(`The check of ${name} returned no row`);
  return {
    checked: Number(row.checked),
    violations: Number(row.violations),
    examples: row.examples ?? [],
    durationMs: performance.now() - startedAt,
  };
}
