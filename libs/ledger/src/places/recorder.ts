import { readClock } from '@app/database';
import { Injectable } from '@nestjs/common';
import type { QueryRunner } from 'typeorm';
import { headAfter, lockHeads, moveHeads, type ShardHead } from './shard-heads.js';

/** Assigns places to records outside the journal, in a transaction of `TransactionRunner`. */
@Injectable()
export class Recorder {
  /** The database time in whole milliseconds. */
  now(queryRunner: QueryRunner): Promise<Date> {
    return readClock(queryRunner.manager);
  }

  /**
   * Locks the head of a shard and returns the next place with the time to record. Call it after locking all accounts. Until this
   * transaction ends, nothing else is recorded in the shard. A place that is not taken stays free.
   */
  async nextPlace(queryRunner: QueryRunner, shard: number): Promise<ShardHead> {
    const [head] = await lockHeads(queryRunner, [shard]);
    if (!head) throw new Error(`Shard ${shard} has no row in shard_heads`);
    return headAfter(head, await this.now(queryRunner));
  }

  /** Takes the place for a row written in this transaction. */
  async take(queryRunner: QueryRunner, place: ShardHead): Promise<void> {
    await moveHeads(queryRunner, [place]);
  }
}
