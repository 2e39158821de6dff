import { setTimeout as sleep } from 'node:timers/promises';
import { readClock } from '@app/database';
import type { EntityManager, QueryRunner } from 'typeorm';
import { checkAll, checkPart, nextPart, type Part, wholeShard } from './audit-part.js';
import { AuditResults, type InvariantReport, type VerificationReport } from './audit-results.js';
import type { Invariant } from './invariants.js';
import type { AuditScope } from './options.js';
import type { VerifiedPlaces } from './verified-places.js';

export interface AuditOptions {
  invariants: readonly Invariant[];
  shards: readonly number[];
  /** See VerificationOptions. */
  stepTimeoutMs: number;
  /** Stops the audit before its next step. */
  signal: AbortSignal;
  /** Called after each step with the results so far. */
  afterStep?: (soFar: { stepsDone: number; invariants: InvariantReport[] }) => Promise<void>;
  /** Where to record how far the audit came. Required to audit what is new. */
  places?: Pick<VerifiedPlaces, 'of' | 'set'>;
  /** `full` by default. */
  scope?: AuditScope;
  /** The most records in one snapshot when auditing what is new. */
  partSize?: number;
  /** The share of the time in which the audit may keep PostgreSQL busy: after each snapshot it rests. 1 by default. */
  load?: number;
}

/** A step is one invariant in one shard. */
export function stepsOf({ invariants, shards }: Pick<AuditOptions, 'invariants' | 'shards'>): number {
  return shards.length * invariants.length;
}

/**
 * Checks every invariant from the stored rows alone, while the ledger is being written.
 *
 * Uses one snapshot per shard or part of one: concurrent batches are either complete or absent (PostgreSQL documentation, 13.2.2
 * Repeatable Read), and no snapshot is held longer than that takes.
 */
export async function runAudit(queryRunner: QueryRunner, options: AuditOptions): Promise<VerificationReport> {
  const checkedAt = await readClock(queryRunner.manager);
  const startedAt = performance.now();
  const results = new AuditResults(options.invariants);
  for (const shard of options.shards) {
    let from = options.scope === 'new' ? ((await options.places?.of(shard)) ?? '0') : undefined;
    for (let isDone = false; !isDone;) {
      const partStartedAt = performance.now();
      const { part, isIntact } = await auditOnce(queryRunner, { shard, from }, results, options);
      await options.places?.set(shard, isIntact ? part.until : '0', from);
      from = part.until;
      isDone = part.isLast || !isIntact;
      await rest(performance.now() - partStartedAt, options);
    }
    results.endShard();
  }
  return results.report({ checkedAt, durationMs: Math.round(performance.now() - startedAt) });
}

/** Audits the shard, or its next part if `from` is given, in one snapshot. */
function auditOnce(
  queryRunner: QueryRunner,
  { shard, from }: { shard: number; from: string | undefined },
  results: AuditResults,
  { invariants, stepTimeoutMs, signal, afterStep, partSize = 20_000 }: AuditOptions,
): Promise<{ part: Part; isIntact: boolean }> {
  return queryRunner.manager.transaction('REPEATABLE READ', async (manager: EntityManager) => {
    // The limits of ordinary statements are too short for a full scan.
    await manager.query(`SET LOCAL statement_timeout = ${stepTimeoutMs}`);
    const isFull = from === undefined;
    if (isFull) await manager.query(`SET LOCAL enable_seqscan = on`);
    const part = isFull
      ? await wholeShard(manager, shard)
      : await nextPart(manager, { shard, from, size: partSize });
    let isIntact = true;
    for (const [index, invariant] of invariants.entries()) {
      signal.throwIfAborted();
      const finding = await (isFull ? checkAll : checkPart)(manager, part, invariant);
      if (!finding) continue;
      isIntact &&= finding.violations === 0;
      results.add(index, finding);
      await afterStep?.(results.soFar());
    }
    return { part, isIntact };
  });
}

function rest(busyMs: number, { load = 1, signal }: AuditOptions): Promise<void> {
  return load >= 1 ? Promise.resolve() : sleep(busyMs * (1 / load - 1), undefined, { signal });
}
