import { Inject, Injectable } from '@nestjs/common';
import { Accounts, ShardMap } from '@app/accounts';
import { CatalogTerms } from '@app/catalog';
import { claimKey, IdempotencyKeys } from '@app/idempotency';
import { DataSource } from 'typeorm';
import type { Outcome } from '../outcome.js';
import type { Posting, PostingKey, PostingOptions } from '../posting.js';
import { newTransactionId } from '../transaction-id.js';
import { sidesOf } from './addresses.js';
import { BatchRunner } from './batch-runner.js';
import { KnownAccounts } from './known-accounts.js';
import { Lane } from './lane.js';
import { journalOptions, type JournalOptions } from './options.js';

interface LaneWithRunner {
  lane: Lane;
  runner: BatchRunner;
}

/**
 * The one write path: every posting of every user goes through `post`, and nothing else writes a balance, an entry or a
 * transaction.
 */
@Injectable()
export class Journal {
  private readonly lanes: LaneWithRunner[];

  constructor(
    dataSource: DataSource,
    accounts: Accounts,
    idempotencyKeys: IdempotencyKeys,
    catalogTerms: CatalogTerms,
    private readonly shards: ShardMap,
    @Inject(journalOptions) options: JournalOptions,
  ) {
    const count = Math.min(options.lanes, shards.count);
    this.lanes = Array.from({ length: count }, (_, index) => {
      const tools = { accounts: new KnownAccounts(accounts), idempotencyKeys, catalogTerms };
      const runner = new BatchRunner(dataSource, { index, of: count }, tools, options);
      return { runner, lane: new Lane(options, (batch) => runner.runBatch(batch)) };
    });
  }

  /**
   * Commits the posting, or tells why not. When the promise resolves, the outcome is durable and the same key always gives it
   * again, except for a refusal that is not stored: one that is not final (`isFinalRefusal`), or any with `storeRefusal: false`.
   *
   * Rejects with UnavailableError when the ledger cannot say; a retry with the same key is then safe and settles it. Any
   * other rejection is a defect: nothing was written.
   */
  post(posting: Posting, key: PostingKey, options?: PostingOptions): Promise<Outcome> {
    const shard = this.shards.of(posting.userId);
    const claim = {
      shard,
      clientId: key.clientId,
      userId: posting.userId,
      key: key.key,
      fingerprint: key.fingerprint,
      transactionId: newTransactionId(),
    };
    return new Promise((resolve, reject) => {
      this.laneOf(shard).push({
        posting,
        actor: key.actor,
        claim,
        claimKey: claimKey(claim),
        sides: sidesOf(posting, shard),
        storeRefusal: options?.storeRefusal ?? true,
        queuedAt: performance.now(),
        resolve,
        reject,
      });
    });
  }

  /** Whether a posting of this user would be refused as `overloaded` now; who asks first can spare both sides the work. */
  isFullFor(userId: string): boolean {
    // The shard of a user is a hash, which nearly every request can do without here.
    return this.lanes.some(({ lane }) => lane.isFull) && this.laneOf(this.shards.of(userId)).isFull;
  }

  /** Waits until everything that was posted is answered, and gives the connections back. */
  async close(): Promise<void> {
    await Promise.all(this.lanes.map(({ lane }) => lane.drain()));
    await Promise.all(this.lanes.map(({ runner }) => runner.close()));
  }

  private laneOf(shard: number): Lane {
    const { lane } = this.lanes[shard % this.lanes.length] ?? {};
    if (!lane) throw new Error(`no lane is responsible for shard ${shard}`);
    return lane;
  }
}
