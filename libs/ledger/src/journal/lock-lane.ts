import type { QueryRunner } from 'typeorm';

/** One of so many lanes among which the shards are divided. */
export interface LaneNumber {
  index: number;
  of: number;
}

/** Sets our advisory locks apart from those of other programs on the same database: "lane" in ASCII. */
const namespace = 0x6c616e65;

/**
 * Waits until no other instance has a batch of the same lane under way. Nothing rests on it: what a batch writes is guarded by
 * the locks on its keys and accounts, whatever lanes there are. But two batches of one lane meet on the stripes of the system
 * anyway, and the one that has to wait there has been cut too early: it goes on with what there was before the wait, and makes
 * two instances slower than one. It comes before every other lock, so that the lock order stays a line.
 */
export async function lockLane(queryRunner: QueryRunner, { index, of }: LaneNumber): Promise<void> {
  await queryRunner.query(`SELECT pg_advisory_xact_lock($1, $2)`, [namespace, of * 1024 + index]);
}
