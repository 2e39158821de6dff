import { Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { BalanceLoader } from './balance-loader.js';
import { ShardMap } from './shard-map.js';
import { type PlacementGroup, ShardPlacement } from './shard-placement.js';

export interface Balance {
  asset: string;
  balance: number;
  /** See `Funds`. */
  held: number;
  owed: number;
  version: number;
  /** When the latest entry was written; `null` while there is none. */
  updatedAt: Date | null;
  /** Something on the account has lapsed and is not booked yet: the figures are those before it. */
  isDue: boolean;
}

/** The columns of `accounts` as a `BalanceRow`, without the user. */
const balanceColumns = `
  asset_code AS asset, balance, held, owed, version, updated_at AS "updatedAt",
  CASE WHEN lapses_at IS NULL THEN false ELSE lapses_at <= ledger_now() END AS "isDue"`;

interface BalanceRow {
  userId: string;
  asset: string;
  balance: string;
  held: string;
  owed: string;
  version: string;
  updatedAt: Date;
  isDue: boolean;
}

/** A row without an asset says only that the user is registered. */
type WalletRow = BalanceRow | { userId: string; asset: null };

/**
 * Reads of current balances. None of them takes a lock, and none of them sums history. The SQL is written by hand because a
 * statement reads the wallets of many users, one index look-up each.
 */
@Injectable()
export class Balances {
  private readonly loaders: ReadonlyMap<PlacementGroup, Loaders>;

  constructor(
    private readonly placement: ShardPlacement,
    private readonly shards: ShardMap,
  ) {
    this.loaders = new Map(
      placement.groups.map((group) => [
        group,
        {
          accounts: new BalanceLoader((userIds) => this.accountsOf(group.dataSource, userIds)),
          wallets: new BalanceLoader((userIds) => this.walletsOf(group.dataSource, userIds)),
        },
      ]),
    );
  }

  /** The balance of every account that the user has, by asset code; empty for a user who has none. */
  async ofUser(userId: string): Promise<Balance[]> {
    return (await this.loadersOf(userId).accounts.get(userId)) ?? [];
  }

  /**
   * The wallet to show for a user, by asset code. A registered user has every asset: one created after the registration appears
   * with balance 0 at version 0, although its account opens with the first credit. `undefined` for a user who is neither
   * registered nor was ever credited.
   */
  walletOf(userId: string): Promise<Balance[] | undefined> {
    return this.loadersOf(userId).wallets.get(userId);
  }

  /** A statement reads users whose shards are placed together. */
  private loadersOf(userId: string): Loaders {
    const loaders = this.loaders.get(this.placement.of(this.shards.of(userId)));
    if (!loaders) throw new Error(`The shard of ${userId} has no loader`);
    return loaders;
  }

  private async accountsOf(
    dataSource: DataSource,
    userIds: readonly string[],
  ): Promise<Map<string, Balance[]>> {
    const rows = await dataSource.query<BalanceRow[]>(
      `SELECT asked.user_id AS "userId", account.*
       FROM unnest($1::smallint[], $2::text[]) AS asked (shard, user_id)
       CROSS JOIN LATERAL (
         SELECT ${balanceColumns}
         FROM accounts
         WHERE shard = ANY ($3::smallint[]) AND shard = asked.shard AND owner_kind = 'user' AND owner_id = asked.user_id
         ORDER BY asset_code
       ) AS account`,
      this.addressesOf(userIds),
    );
    return byUser(rows);
  }

  private addressesOf(userIds: readonly string[]): [number[], readonly string[], number[]] {
    const shards = userIds.map((userId) => this.shards.of(userId));
    return [shards, userIds, [...new Set(shards)]];
  }

  /**
   * Reads users and assets too, which `accountsOf` avoids for single balances. For a registered user with an account in every
   * asset, the second part gives one row without an asset.
   */
  private async walletsOf(
    dataSource: DataSource,
    userIds: readonly string[],
  ): Promise<Map<string, Balance[]>> {
    const rows = await dataSource.query<WalletRow[]>(
      `SELECT asked.user_id AS "userId", wallet.*
       FROM unnest($1::smallint[], $2::text[]) AS asked (shard, user_id)
       CROSS JOIN LATERAL (
         SELECT ${balanceColumns}
         FROM accounts
         WHERE shard = ANY ($3::smallint[]) AND shard = asked.shard AND owner_kind = 'user' AND owner_id = asked.user_id
         UNION ALL
         SELECT assets.code, 0, 0, 0, 0, NULL, false
         FROM users LEFT JOIN assets ON NOT EXISTS (
           SELECT FROM accounts
           WHERE shard = ANY ($3::smallint[]) AND shard = users.shard AND owner_kind = 'user' AND owner_id = users.id AND asset_code = assets.code
         )
         WHERE users.shard = ANY ($3::smallint[]) AND users.shard = asked.shard AND users.id = asked.user_id
         ORDER BY asset
       ) AS wallet`,
      this.addressesOf(userIds),
    );
    return byUser(rows);
  }
}

interface Loaders {
  accounts: BalanceLoader<Balance[]>;
  wallets: BalanceLoader<Balance[]>;
}

function byUser(rows: readonly WalletRow[]): Map<string, Balance[]> {
  const wallets = new Map<string, Balance[]>();
  for (const row of rows) {
    const wallet = wallets.get(row.userId) ?? [];
    wallets.set(row.userId, wallet);
    if (row.asset === null) continue;
    const { asset, balance, held, owed, version, updatedAt, isDue } = row;
    wallet.push({
      asset,
      balance: Number(balance),
      held: Number(held),
      owed: Number(owed),
      version: Number(version),
      updatedAt: version === '0' ? null : updatedAt,
      isDue,
    });
  }
  return wallets;
}
