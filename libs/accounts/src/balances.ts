import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { systemAccounts } from './address.js';
import { ShardMap } from './shard-map.js';

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

interface BalanceRow {
  asset: string;
  balance: string;
  version: string;
  updatedAt: Date;
}

/** Reads of current balances. None of them takes a lock, and none of them sums history. */
@Injectable()
export class Balances {
  constructor(
    private readonly dataSource: DataSource,
    private readonly shards: ShardMap,
  ) {}

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
}
