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
}

export interface VerificationReport {
  ok: boolean;
  checkedAt: Date;
  durationMs: number;
  invariants: InvariantReport[];
}

const maxExamples = 5;

/** The audit: proves from the stored rows alone that the ledger is what it claims to be. */
@Injectable()
export class Verification {
  private running: Promise<VerificationReport> | undefined;

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

  private async run(): Promise<VerificationReport> {
    const checkedAt = new Date();
    const startedAt = performance.now();
    const reports = new Map(
      invariants.map(({ name }) => [
        name,
        { name, ok: true, checked: 0, violations: 0, examples: [] as string[] },
      ]),
    );
    for (const shard of this.shards.all) {
      for (const found of await this.verifyShard(shard)) {
        const report = reports.get(found.name);
        if (!report) throw new Error(`no invariant is called ${found.name}`);
        report.checked += found.checked;
        report.violations += found.violations;
        report.ok = report.violations === 0;
        report.examples = [...report.examples, ...found.examples].slice(0, maxExamples);
      }
    }
    const all = [...reports.values()];
    return {
      ok: all.every((report) => report.ok),
      checkedAt,
      durationMs: Math.round(performance.now() - startedAt),
      invariants: all,
    };
  }

  /**
   * One snapshot per shard: what is written meanwhile is seen whole or not at all (PostgreSQL documentation, 13.2.2
   * Repeatable Read), and no snapshot is held longer than one shard takes.
   */
  private verifyShard(shard: number): Promise<Omit<InvariantReport, 'ok'>[]> {
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      // The limits of ordinary statements are not meant for a scan of everything.
      await manager.query(`SET TRANSACTION READ ONLY`);
      await manager.query(`SET LOCAL statement_timeout = 0`);
      await manager.query(`SET LOCAL enable_seqscan = on`);
      const found: Omit<InvariantReport, 'ok'>[] = [];
      for (const invariant of invariants) found.push(await check(manager, shard, invariant));
      return found;
    });
  }
}

/** What cannot be told to be right is a violation too: a comparison with something that is missing gives NULL. */
async function check(manager: EntityManager, shard: number, { name, sql }: Invariant) {
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
    name,
    checked: Number(row.checked),
    violations: Number(row.violations),
    examples: row.examples ?? [],
  };
}
