import { readClock } from '@app/database';
import { Injectable } from '@nestjs/common';
import type { QueryRunner } from 'typeorm';
import { headAfter, lockHeads, moveHeads, type ShardHead } from './shard-heads.js';

/** Places for what is recorded outside the journal, in a transaction of `TransactionRunner`. */
@Injectable()
export class Recorder {
  /** The time of the database in whole milliseconds. */
  now(queryRunner: QueryRunner): Promise<Date> {
    return readClock(queryRunner.manager);
  }

  /**
   * Locks the end of a shard and gives the next place there, with the time to record. Comes after every lock on accounts. From
   * here on nothing else is recorded in the shard before this transaction ends. A place that is not taken stays free.
   */
  async nextPlace(queryRunner: QueryRunner, shard: number): Promise<ShardHead> {
    const [head] = await lockHeads(queryRunner, [shard]);
    if (!head) throw new Error(`shard ${shard} has no head`);
    return headAfter(head, await this.now(queryRunner));
  }

  /** Takes the place for the row that is written there in this transaction. */
  async take(queryRunner: QueryRunner, place: ShardHead): Promise<void> {
    await moveHeads(queryRunner, [place]);
  }
}
