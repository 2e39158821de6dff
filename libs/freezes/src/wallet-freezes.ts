import { freezeAccounts, lockAccounts, ShardMap, ShardPlacement } from '@app/accounts';
import { TransactionRunner } from '@app/database';
import { Recorder, type ShardHead } from '@app/ledger';
import { isKnownUser, openWallet, type UserPlace } from '@app/users';
import { Injectable } from '@nestjs/common';
import type { QueryRunner } from 'typeorm';

export interface FreezeOrder {
  userId: string;
  /** 1 to 256 characters, for readers of the history. */
  reason: string;
  /** The id of the calling client. */
  by: string;
}

/** One change in the history of a wallet. */
export interface WalletFreeze {
  /** Numbers the changes of one user from 1, without a gap. */
  number: number;
  action: 'freeze' | 'unfreeze';
  reason: string;
  by: string;
  createdAt: Date;
}

/** Freezes and unfreezes whole wallets: none of a frozen wallet's accounts can be debited, all can be credited. */
@Injectable()
export class WalletFreezes {
  constructor(
    private readonly placement: ShardPlacement,
    private readonly transactions: TransactionRunner,
    private readonly recorder: Recorder,
    private readonly shards: ShardMap,
  ) {}

  /**
   * Freezes a user's wallet; resolves to `false` for an unknown user. Once it resolves, no spend of the user can commit, since it
   * takes the journal's locks. A wallet that is already frozen keeps its first reason, and nothing is appended, so a retry is
   * harmless.
   *
   * Rejects with UnavailableError; calling it again is safe.
   */
  freeze(order: FreezeOrder): Promise<boolean> {
    return this.change('freeze', order);
  }

  /** The counterpart of `freeze`, with the same promises. */
  unfreeze(order: FreezeOrder): Promise<boolean> {
    return this.change('unfreeze', order);
  }

  /** The freeze in effect; `undefined` if the wallet can spend. */
  async current(userId: string): Promise<WalletFreeze | undefined> {
    const [latest] = await this.history({ userId, limit: 1 });
    return latest?.action === 'freeze' ? latest : undefined;
  }

  /** The changes of one user, newest first: at most `limit`, with numbers below `startingAfter`. */
  history(page: { userId: string; limit: number; startingAfter?: number }): Promise<WalletFreeze[]> {
    const shard = this.shards.of(page.userId);
    return this.placement.of(shard).dataSource.query<WalletFreeze[]>(
      `SELECT number, action, reason, client_id AS by, created_at AS "createdAt" FROM wallet_freezes
       WHERE shard = $1 AND user_id = $2 AND number < $3
       ORDER BY number DESC LIMIT $4`,
      [shard, page.userId, page.startingAfter ?? maxNumber, page.limit],
    );
  }

  /**
   * Locks in the global order: assets shared, missing accounts opened, all accounts, then the head of the shard, which also
   * serialises changes while there is no asset. The decision is read after that.
   */
  private change(action: WalletFreeze['action'], order: FreezeOrder): Promise<boolean> {
    const place = { shard: this.shards.of(order.userId), userId: order.userId };
    return this.transactions.run(place.shard, async (queryRunner) => {
      await queryRunner.query(`SELECT lock_assets_shared()`);
      if (!(await isKnownUser(queryRunner.manager, place))) return false;
      const now = await this.recorder.now(queryRunner);
      const { addresses } = await openWallet(queryRunner, place, now);
      await lockAccounts(queryRunner, addresses);
      const next = await this.recorder.nextPlace(queryRunner, place.shard);

      let latest = await latestChange(queryRunner, place);
      if ((latest?.action ?? 'unfreeze') !== action) {
        latest = { number: (latest?.number ?? 0) + 1, action, createdAt: next.lastAt };
        await appendChange(queryRunner, { ...order, ...latest }, next);
        await this.recorder.take(queryRunner, next);
      }
      // Runs even without a change: if accounts differ from the history, which the audit would report, the order is what counts
      // from now on.
      await freezeAccounts(queryRunner, {
        ...place,
        frozenAt: latest?.action === 'freeze' ? latest.createdAt : null,
      });
      return true;
    });
  }
}

/** More than any user has; the largest `integer`. */
const maxNumber = 2_147_483_647;

type Change = Pick<WalletFreeze, 'number' | 'action' | 'createdAt'>;

async function latestChange(
  queryRunner: QueryRunner,
  { shard, userId }: UserPlace,
): Promise<Change | undefined> {
  const [latest] = await queryRunner.manager.query<Change[]>(
    `SELECT number, action, created_at AS "createdAt" FROM wallet_freezes
     WHERE shard = $1 AND user_id = $2 ORDER BY number DESC LIMIT 1`,
    [shard, userId],
  );
  return latest;
}

async function appendChange(
  queryRunner: QueryRunner,
  { userId, number, action, reason, by, createdAt }: FreezeOrder & Change,
  { shard, last: place }: ShardHead,
): Promise<void> {
  await queryRunner.query(
    `INSERT INTO wallet_freezes (shard, user_id, number, action, reason, client_id, created_at, place)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [shard, userId, number, action, reason, by, createdAt.toISOString(), place],
  );
}
