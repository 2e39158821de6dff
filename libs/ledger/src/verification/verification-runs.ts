import { ShardMap } from '@app/accounts';
import { Injectable } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';
import { CapabilityRegistry } from '../capability/capability-registry.js';
import type { AuditScope } from './options.js';
import type { InvariantReport, VerificationReport } from './audit-results.js';
import { stepsOf } from './run-audit.js';

/** The state of the latest audit of the ledger, on any instance. */
export interface VerificationProgress {
  /** `lost`: its instance died during the audit. `undefined`: there has been no audit. */
  state: 'running' | 'finished' | 'failed' | 'lost' | undefined;
  startedAt: Date | null;
  /** A step is one invariant in one shard. */
  steps: number;
  stepsDone: number;
  /** The results so far, in the order in which invariants are checked. */
  invariants: InvariantReport[];
  /** The report of the latest finished audit, which may be an earlier one. */
  report: VerificationReport | null;
}

/** A row of `ledger_verifications`. */
export interface VerificationRun extends Omit<VerificationProgress, 'state' | 'startedAt' | 'report'> {
  id: string;
  state: NonNullable<VerificationProgress['state']>;
  startedAt: Date;
  durationMs: number | null;
}

type Row = VerificationRun & { backendPid: number };

/** The advisory locks of audits in this database: "audit" in ASCII, and the number after it. */
const auditLocks: Readonly<Record<AuditScope, string>> = { full: '418581342580', new: '418581342581' };

const columns = `id, state, backend_pid AS "backendPid", started_at AS "startedAt", steps, steps_done AS "stepsDone",
                 invariants, duration_ms AS "durationMs"`;

/**
 * Records audits, for all instances; those of what is new apart from full ones, which they do not wait for. A running audit holds
 * an advisory lock on its connection; PostgreSQL releases it when the connection ends. A run recorded as `running` without a lock is
 * therefore lost.
 */
@Injectable()
export class VerificationRuns {
  constructor(
    private readonly dataSource: DataSource,
    private readonly capabilities: CapabilityRegistry,
    private readonly shards: ShardMap,
  ) {}

  /**
   * Starts a run on this connection; resolves to `undefined` if another audit of this scope is running or this one is not due. `work`
   * ends before the lock is released, so a run without a lock has recorded its end if it could.
   */
  async exclusively<T>(
    queryRunner: QueryRunner,
    { scope, isDue }: { scope: AuditScope; isDue: (() => Promise<boolean>) | undefined },
    work: (run: Pick<VerificationRun, 'id' | 'startedAt'>) => Promise<T>,
  ): Promise<T | undefined> {
    const [got] = (await queryRunner.query(
      `SELECT pg_try_advisory_lock($1) AS locked, pg_backend_pid() AS pid`,
      [auditLocks[scope]],
    )) as { locked: boolean; pid: number }[];
    if (!got?.locked) return undefined;
    try {
      if (isDue && !(await isDue())) return undefined;
      await detectDeadClient(queryRunner);
      return await work(await this.begin(scope, got.pid));
    } finally {
      // If the connection is gone, so is the lock.
      await queryRunner.query(`SELECT pg_advisory_unlock($1)`, [auditLocks[scope]]).catch(() => undefined);
    }
  }

  private steps(): number {
    return stepsOf({ invariants: this.capabilities.invariants, shards: this.shards.all });
  }

  /** Deletes earlier runs of the scope, except the latest finished one. */
  private async begin(
    scope: AuditScope,
    backendPid: number,
  ): Promise<Pick<VerificationRun, 'id' | 'startedAt'>> {
    const [row] = await this.dataSource.query<Pick<VerificationRun, 'id' | 'startedAt'>[]>(
      `WITH forgotten AS (
         DELETE FROM ledger_verifications
         WHERE scope = $1
           AND id IS DISTINCT FROM (SELECT max(id) FROM ledger_verifications WHERE state = 'finished' AND scope = $1)
       )
       INSERT INTO ledger_verifications (scope, backend_pid, steps) VALUES ($1, $2, $3)
       RETURNING id, started_at AS "startedAt"`,
      [scope, backendPid, this.steps()],
    );
    if (!row) throw new Error('Inserting the audit run returned no row');
    return row;
  }

  async advance(id: string, soFar: { stepsDone: number; invariants: InvariantReport[] }): Promise<void> {
    await this.dataSource.query(
      `UPDATE ledger_verifications SET steps_done = $2, invariants = $3 WHERE id = $1`,
      [id, soFar.stepsDone, JSON.stringify(soFar.invariants)],
    );
  }

  async finish(id: string, { durationMs, invariants }: VerificationReport): Promise<void> {
    await this.dataSource.query(
      `UPDATE ledger_verifications SET state = 'finished', steps_done = steps, invariants = $2, duration_ms = $3
       WHERE id = $1`,
      [id, JSON.stringify(invariants), durationMs],
    );
  }

  async fail(id: string): Promise<void> {
    await this.dataSource.query(`UPDATE ledger_verifications SET state = 'failed' WHERE id = $1`, [id]);
  }

  /**
   * Reads a run without a lock again before reporting it as lost: it may have ended between the two queries, since a run records
   * its end before it releases its lock.
   */
  async latest(scope: AuditScope): Promise<VerificationRun | undefined> {
    const run = await this.read(scope, `true`);
    if (run?.state !== 'running' || (await this.isLocked(scope, run.backendPid))) return run;
    const again = await this.read(scope, `true`);
    return again?.id === run.id && again.state === 'running' ? { ...again, state: 'lost' } : again;
  }

  /** Of full audits. */
  async progress(): Promise<VerificationProgress> {
    const latest = await this.latest('full');
    const finished = latest?.state === 'finished' ? latest : await this.read('full', `state = 'finished'`);
    return {
      state: latest?.state,
      startedAt: latest?.startedAt ?? null,
      steps: latest?.steps ?? this.steps(),
      stepsDone: latest?.stepsDone ?? 0,
      invariants: latest?.invariants ?? [],
      report: finished ? reportOf(finished) : null,
    };
  }

  private async read(scope: AuditScope, condition: 'true' | `state = 'finished'`): Promise<Row | undefined> {
    const [row] = await this.dataSource.query<Row[]>(
      `SELECT ${columns} FROM ledger_verifications WHERE scope = $1 AND ${condition} ORDER BY id DESC LIMIT 1`,
      [scope],
    );
    return row;
  }

  private async isLocked(scope: AuditScope, backendPid: number): Promise<boolean> {
    const rows = await this.dataSource.query<unknown[]>(
      `SELECT FROM pg_locks
       WHERE locktype = 'advisory' AND objsubid = 1 AND granted AND pid = $1
         AND (classid::bigint << 32 | objid::bigint) = $2
         AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
      [backendPid, auditLocks[scope]],
    );
    return rows.length > 0;
  }
}

/**
 * Makes the server detect a dead client in the middle of a statement, so a lost audit does not hold its lock for the rest of a
 * long step. Not every server platform supports it (PostgreSQL documentation, 19.3.2 TCP Settings).
 */
async function detectDeadClient(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`SET client_connection_check_interval = '2s'`).catch(() => undefined);
}

/** The report of a finished run. */
export function reportOf({ startedAt, durationMs, invariants }: VerificationRun): VerificationReport {
  return {
    ok: invariants.every(({ ok }) => ok),
    checkedAt: startedAt,
    durationMs: durationMs ?? 0,
    invariants,
  };
}
