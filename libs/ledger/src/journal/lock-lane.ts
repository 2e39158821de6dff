import type { QueryRunner } from 'typeorm';

/** One of the lanes that share the shards. */
export interface LaneNumber {
  index: number;
  of: number;
}

/** Separates these advisory locks from those of other programs on the same database: "lane" in ASCII. */
const namespace = 0x6c616e65;

/**
 * Waits until no other instance runs a batch of the same lane. Correctness does not depend on this lock, since keys and accounts
 * have their locks; it only improves batching. Two batches of one lane contend for the same system stripes anyway. The one that
 * waits there has taken its requests too early and misses those that arrive during the wait, which made two instances slower than
 * one. This lock precedes every other, which keeps the lock order acyclic.
 */
export async function lockLane(queryRunner: QueryRunner, { index, of }: LaneNumber): Promise<void> {
  // mutant: lane lock
  await queryRunner.query(`SELECT pg_advisory_xact_lock($1, $2)`, [namespace, of * 1024 + index]);
}
