import type { QueryRunner } from 'typeorm';

/** The end of a shard: its last place and the time recorded there. */
export interface ShardHead {
  shard: number;
  /** Places count from 1; 0 in an empty shard. */
  last: number;
  lastAt: Date;
}

/**
 * Locks the heads of these shards until the end of the transaction and reads them. They come last in the lock order: after
 * keys, missing accounts and accounts, and sorted by shard.
 */
export async function lockHeads(queryRunner: QueryRunner, shards: readonly number[]): Promise<ShardHead[]> {
  // Citus refuses a lock that names no shard.
  return shards.length === 0 ? [] : readHeads(queryRunner, shards, 'FOR UPDATE');
}

/** Reads the heads of these shards, which other transactions may be moving. */
export async function readHeads(
  queryRunner: QueryRunner,
  shards: readonly number[],
  lock: 'FOR UPDATE' | '' = '',
): Promise<ShardHead[]> {
  const rows = await queryRunner.manager.query<{ shard: number; last: string; lastAt: Date }[]>(
    `SELECT shard, last, last_at AS "lastAt" FROM shard_heads
     WHERE shard = ANY ($1::smallint[]) ORDER BY shard ${lock}`,
    [shards],
  );
  return rows.map(({ shard, last, lastAt }) => ({ shard, last: Number(last), lastAt }));
}

/** Moves locked heads to the last places of this transaction. */
export async function moveHeads(queryRunner: QueryRunner, heads: readonly ShardHead[]): Promise<void> {
  await queryRunner.query(
    `UPDATE shard_heads SET last = moved.last, last_at = moved.last_at
     FROM unnest($1::smallint[], $2::bigint[], $3::timestamptz[]) AS moved (shard, last, last_at)
     WHERE shard_heads.shard = moved.shard AND shard_heads.shard = ANY ($1::smallint[])`,
    [heads.map(({ shard }) => shard), heads.map(({ last }) => last), heads.map(({ lastAt }) => lastAt)],
  );
}

/** The head after the next record of a shard: the next place, at `now` or at the latest recorded time if that is later. */
export function headAfter({ shard, last, lastAt }: ShardHead, now: Date): ShardHead {
  return { shard, last: last + 1, lastAt: now > lastAt ? now : lastAt };
}
