import {
  type AccountAddress,
  addressKey,
  type Balance,
  Balances,
  type LockedAccount,
  ShardMap,
  ShardPlacement,
  userOwner,
} from '@app/accounts';
import { Injectable } from '@nestjs/common';
import type { QueryRunner } from 'typeorm';
import { CapabilityRegistry } from '../capability/capability-registry.js';
import { BatchState } from '../decide/batch-state.js';
import { dueBooker } from '../decide/book-due.js';
import { newTransactionId } from '../transaction-id.js';
import type { Side } from './request.js';
import { inSnapshot, readState } from './snapshot.js';

/**
 * Current balances as if everything due was booked: what a posting would find. A balance on which nothing has lapsed costs no more
 * than the one look-up; otherwise the same code as before a posting runs, on a snapshot, and nothing is written.
 */
@Injectable()
export class SettledBalances {
  constructor(
    private readonly balances: Balances,
    private readonly placement: ShardPlacement,
    private readonly shards: ShardMap,
    private readonly capabilities: CapabilityRegistry,
  ) {}

  /** As `Balances.ofUser`. */
  async ofUser(userId: string): Promise<Balance[]> {
    return this.settle(userId, await this.balances.ofUser(userId));
  }

  /** As `Balances.walletOf`. */
  async walletOf(userId: string): Promise<Balance[] | undefined> {
    const balances = await this.balances.walletOf(userId);
    return balances && this.settle(userId, balances);
  }

  private async settle(userId: string, balances: Balance[]): Promise<Balance[]> {
    const due = balances.flatMap(({ asset, isDue }) => (isDue ? [asset] : []));
    if (due.length === 0) return balances;
    const settled = await this.settledAccounts(userId, due);
    return balances.map((balance) => {
      const account = settled.get(balance.asset);
      if (!account) return balance;
      const { held, owed, version } = account;
      return { ...balance, balance: Number(account.balance), held, owed, version, isDue: false };
    });
  }

  private settledAccounts(
    userId: string,
    assets: readonly string[],
  ): Promise<ReadonlyMap<string, LockedAccount>> {
    const shard = this.shards.of(userId);
    const sides = assets.map((asset) => sideOf({ shard, owner: userOwner(userId), asset }));
    const { dataSource } = this.placement.of(shard);
    return inSnapshot(dataSource, { sides }, (queryRunner, all) =>
      this.bookDue(queryRunner, { shard, userId, assets, sides: all }),
    );
  }

  private async bookDue(
    queryRunner: QueryRunner,
    on: { shard: number; userId: string; assets: readonly string[]; sides: readonly Side[] },
  ): Promise<ReadonlyMap<string, LockedAccount>> {
    const { shard, userId, assets, sides } = on;
    const state = BatchState.of(
      await readState(queryRunner, { shard, askers: [], sides }, this.capabilities),
    );
    dueBooker(state, newTransactionId)({ shard, userId, assets });
    const accounts = assets.flatMap((asset) => {
      const account = state.accounts.get(addressKey({ shard, owner: userOwner(userId), asset }));
      return account ? [account] : [];
    });
    return new Map(accounts.map((account) => [account.asset, account]));
  }
}

function sideOf(address: AccountAddress): Side {
  return { address, key: addressKey(address), needed: false };
}
