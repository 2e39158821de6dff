import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { systemAccounts } from './address.js';
import { ShardMap } from './shard-map.js';

export interface Asset {
  code: string;
  name: string;
  decimals: number;
}

export interface Balance {
  asset: string;
  balance: number;
  version: number;
  /** When the latest entry was written; `null` while there is none. */
  updatedAt: Date | null;
}

export interface SystemBalance {
  account: string;
  asset: string;
  balance: number;
}

export interface User {
  userId: string;
  createdAt: Date;
}

interface BalanceRow {
  asset: string;
  balance: string;
  version: string;
  updatedAt: Date;
}

/** Reads of assets and current balances. None of them takes a lock, and none of them sums history. */
@Injectable()
export class Balances {
  constructor(
    private readonly dataSource: DataSource,
    private readonly shards: ShardMap,
  ) {}

  async assets(): Promise<Asset[]> {
    return this.dataSource.query<Asset[]>(`SELECT code, name, decimals FROM assets ORDER BY code`);
  }

  async assetExists(code: string): Promise<boolean> {
    const rows = await this.dataSource.query<unknown[]>(`SELECT FROM assets WHERE code = $1`, [code]);
    return rows.length > 0;
  }

  /** Every balance of a user by asset code; empty for a user who was never credited. */
  async ofUser(userId: string): Promise<Balance[]> {
    const rows = await this.dataSource.query<BalanceRow[]>(
      `SELECT asset_code AS asset, balance, version, updated_at AS "updatedAt"
       FROM accounts WHERE shard = $1 AND owner_kind = 'user' AND owner_id = $2
       ORDER BY asset_code`,
      [this.shards.of(userId), userId],
    );
    return rows.map((row) => ({
      asset: row.asset,
      balance: Number(row.balance),
      version: Number(row.version),
      updatedAt: row.version === '0' ? null : row.updatedAt,
    }));
  }

  /** The balance of each system account in each asset: the sum of its stripes, 0 where nothing ever moved. */
  async ofSystem(): Promise<SystemBalance[]> {
    const rows = await this.dataSource.query<{ account: string; asset: string; balance: string }[]>(
      `SELECT house.name AS account, assets.code AS asset, coalesce(sum(accounts.balance), 0) AS balance
       FROM unnest($1::text[]) WITH ORDINALITY AS house (name, position)
       CROSS JOIN assets
       LEFT JOIN accounts ON accounts.shard = ANY ($2) AND accounts.owner_kind = 'system'
                         AND accounts.owner_id = house.name AND accounts.asset_code = assets.code
       GROUP BY house.position, house.name, assets.code
       ORDER BY house.position, assets.code`,
      [systemAccounts, this.shards.all],
    );
    return rows.map((row) => ({ ...row, balance: Number(row.balance) }));
  }

  /**
   * Users who have an account, by id, after `startingAfter`. Each shard gives its own first
   * `limit` from the unique index; the merge of those holds the first `limit` of all.
   */
  async users(page: { limit: number; startingAfter?: string }): Promise<User[]> {
    return this.dataSource.query<User[]>(
      `SELECT owner_id AS "userId", created_at AS "createdAt"
       FROM unnest($1::smallint[]) AS shards (number)
       CROSS JOIN LATERAL (
         SELECT owner_id, min(created_at) AS created_at
         FROM accounts
         WHERE shard = shards.number AND owner_kind = 'user' AND owner_id > $2
         GROUP BY owner_id ORDER BY owner_id LIMIT $3
       ) AS users_of_shard
       ORDER BY owner_id LIMIT $3`,
      [this.shards.all, page.startingAfter ?? '', page.limit],
    );
  }
}
