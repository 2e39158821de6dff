import type { EntityManager } from 'typeorm';
import type { Invariant } from './invariants.js';

/** The records of a shard that an audit reads in one snapshot: those after `from`, up to and including `until`. */
export interface Part {
  shard: number;
  from: string;
  until: string;
  /** Whether `until` is the latest place of the shard. */
  isLast: boolean;
}

/** What one invariant found in a part. */
export interface Finding {
  checked: number;
  violations: number;
  examples: string[];
  durationMs: number;
}

/** How many examples of violations a report has. */
export const maxExamples = 5;

/** The whole shard. */
export async function wholeShard(manager: EntityManager, shard: number): Promise<Part> {
  return { shard, from: '0', until: await headOf(manager, shard), isLast: true };
}

/** What follows a verified place, at most `size` records. A head before that place has lost records: the part is empty then. */
export async function nextPart(
  manager: EntityManager,
  { shard, from, size }: { shard: number; from: string; size: number },
): Promise<Part> {
  const head = BigInt(await headOf(manager, shard));
  const end = BigInt(from) + BigInt(size);
  const isLast = end >= head;
  return { shard, from, until: String(isLast ? head : end), isLast };
}

async function headOf(manager: EntityManager, shard: number): Promise<string> {
  const [head] = await manager.query<{ last: string }[]>(`SELECT last FROM shard_heads WHERE shard = $1`, [
    shard,
  ]);
  if (!head) throw new Error(`Shard ${shard} has no head`);
  return head.last;
}

/** Checks every record of the shard. */
export function checkAll(manager: EntityManager, part: Part, { name, sql }: Invariant): Promise<Finding> {
  return check(manager, name, sql, [part.shard]);
}

/**
 * Checks the records of the part. An invariant that cannot be checked in parts is checked over the whole shard, at the end;
 * `undefined` before.
 */
export async function checkPart(
  manager: EntityManager,
  part: Part,
  { name, sql, sqlOfPart }: Invariant,
): Promise<Finding | undefined> {
  if (sqlOfPart !== undefined) return check(manager, name, sqlOfPart, [part.shard, part.from, part.until]);
  return part.isLast ? check(manager, name, sql, [part.shard]) : undefined;
}

/** Treats NULL as a violation: comparing with a missing value yields NULL. */
async function check(
  manager: EntityManager,
  name: string,
  sql: string,
  parameters: unknown[],
): Promise<Finding> {
  const startedAt = performance.now();
  const rows = await manager.query<{ checked: string; violations: string; examples: string[] | null }[]>(
    `SELECT count(*) AS checked,
            count(*) FILTER (WHERE bad IS NOT FALSE) AS violations,
            (array_agg(subject) FILTER (WHERE bad IS NOT FALSE))[1:${maxExamples}] AS examples
     FROM (${sql}) AS findings`,
    parameters,
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
