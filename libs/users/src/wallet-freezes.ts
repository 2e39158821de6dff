import { Accounts, type LockedAccount, ShardMap } from '@app/accounts';
import { AtomicWork } from '@app/ledger';
import { Injectable } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';
import { isKnownUser, type UserPlace } from './known-user.js';
import { openWallet } from './open-wallet.js';

export interface FreezeOrder {
  userId: string;
  /** 1 to 256 characters, for whoever reads the history. */
  reason: string;
  /** The client that orders it. */
  by: string;
}

/** One change: from this moment on the wallet was frozen, or was not any more. */
export interface WalletFreeze {
  /** Counts the changes of one user from 1, without a gap. */
  number: number;
  action: 'freeze' | 'unfreeze';
  reason: string;
  by: string;
  createdAt: Date;
}

/** Freezes wallets and releases them. A wallet is frozen as a whole: no account of it can be debited, all can be credited. */
@Injectable()
export class WalletFreezes {
  constructor(
    private readonly dataSource: DataSource,
    private readonly atomicWork: AtomicWork,
    private readonly accounts: Accounts,
    private readonly shards: ShardMap,
  ) {}

  /**
   * Freezes the wallet of a user; answers `false` for a user whom nobody knows. When it resolves no spend of the user can
   * commit any more: the locks that it took are those of the journal. A wallet that is frozen already stays frozen for
   * the reason that it was frozen for, and nothing is appended, so that a retry is harmless.
   *
   * Rejects with LedgerUnavailableError when the database cannot say; ordering it again settles it.
   */
  freeze(order: FreezeOrder): Promise<boolean> {
    return this.change('freeze', order);
  }

  /** The counterpart of `freeze`, with the same promises. */
  unfreeze(order: FreezeOrder): Promise<boolean> {
    return this.change('unfreeze', order);
  }

  /** The changes of one user, newest first, at most `limit` of them, below number `startingAfter`. */
  history(page: { userId: string; limit: number; startingAfter?: number }): Promise<WalletFreeze[]> {
    return this.dataSource.query<WalletFreeze[]>(
      `SELECT number, action, reason, client_id AS by, created_at AS "createdAt" FROM wallet_freezes
       WHERE shard = $1 AND user_id = $2 AND number < $3
       ORDER BY number DESC LIMIT $4`,
      [this.shards.of(page.userId), page.userId, page.startingAfter ?? maxNumber, page.limit],
    );
  }

  /**
   * The locks come in the global order: assets are kept as they are, missing accounts are opened, all accounts are locked.
   * What is decided is read after that.
   */
  private change(action: WalletFreeze['action'], order: FreezeOrder): Promise<boolean> {
    const place = { shard: this.shards.of(order.userId), userId: order.userId };
    return this.atomicWork.run(async (queryRunner) => {
      await queryRunner.query(`SELECT keep_assets_as_they_are()`);
      if (!(await isKnownUser(queryRunner.manager, place))) return false;
      const { addresses } = await openWallet(queryRunner, this.accounts, place);
      const locked = await this.accounts.lock(queryRunner, addresses);

      let latest = await latestChange(queryRunner, place);
      if ((latest?.action ?? 'unfreeze') !== action) {
        latest = { number: (latest?.number ?? 0) + 1, action, createdAt: timeAfter(locked, latest) };
        await appendChange(queryRunner, { ...place, ...order, ...latest });
      }
      // Also where accounts differ from the history, which the audit would report: the order is what holds from now on.
      await setFrozenAt(queryRunner, {
        ...place,
        frozenAt: latest?.action === 'freeze' ? latest.createdAt : null,
      });
      return true;
    });
  }
}

/** More than any user has, and what an `integer` can hold. */
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

/** Now, but never before an entry or a change that it comes after, whatever the clocks of the instances say. */
function timeAfter(accounts: readonly LockedAccount[], latest: Change | undefined): Date {
  const earlier = [...accounts.map(({ updatedAt }) => updatedAt), ...(latest ? [latest.createdAt] : [])];
  return new Date(Math.max(Date.now(), ...earlier.map((time) => time.getTime())));
}

/**
 * While there is no asset, a wallet has no account, and nothing is locked. Two changes at the same moment are then one and the
 * same, because both follow the same latest one: the second is left out.
 */
async function appendChange(
  queryRunner: QueryRunner,
  { shard, userId, number, action, reason, by, createdAt }: UserPlace & FreezeOrder & Change,
): Promise<void> {
  await queryRunner.query(
    `INSERT INTO wallet_freezes (shard, user_id, number, action, reason, client_id, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
    [shard, userId, number, action, reason, by, createdAt.toISOString()],
  );
}

async function setFrozenAt(
  queryRunner: QueryRunner,
  { shard, userId, frozenAt }: UserPlace & { frozenAt: Date | null },
): Promise<void> {
  await queryRunner.query(
    `UPDATE accounts SET frozen_at = $3
     WHERE shard = $1 AND owner_kind = 'user' AND owner_id = $2 AND frozen_at IS DISTINCT FROM $3`,
    [shard, userId, frozenAt?.toISOString() ?? null],
  );
}
