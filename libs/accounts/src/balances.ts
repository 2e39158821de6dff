import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { GatheredReads } from './gathered-reads.js';
import { ShardMap } from './shard-map.js';

export interface Balance {
  asset: string;
  balance: number;
  version: number;
  /** When the latest entry was written; `null` while there is none. */
  updatedAt: Date | null;
}

interface BalanceRow {
  userId: string;
  asset: string;
  balance: string;
  version: string;
  updatedAt: Date;
}

/** Reads of current balances. None of them takes a lock, and none of them sums history. */
@Injectable()
export class Balances {
  private readonly wallets = new GatheredReads((userIds) => this.ofUsers(userIds));

  constructor(
    private readonly dataSource: DataSource,
    private readonly shards: ShardMap,
  ) {}

  /** Every balance of a user by asset code; empty for a user who was never credited. */
  async ofUser(userId: string): Promise<Balance[]> {
    return (await this.wallets.get(userId)) ?? [];
  }

  /** OFFSET 0 keeps each look-up whole: one index scan for each user. */
  private async ofUsers(userIds: readonly string[]): Promise<Map<string, Balance[]>> {
    const rows = await this.dataSource.query<BalanceRow[]>(
      `SELECT asked.user_id AS "userId", account.*
       FROM unnest($1::smallint[], $2::text[]) AS asked (shard, user_id)
       CROSS JOIN LATERAL (
         SELECT asset_code AS asset, balance, version, updated_at AS "updatedAt"
         FROM accounts
         WHERE shard = asked.shard AND owner_kind = 'user' AND owner_id = asked.user_id
         ORDER BY asset_code OFFSET 0
       ) AS account`,
      [userIds.map((userId) => this.shards.of(userId)), userIds],
    );
    const wallets = new Map<string, Balance[]>();
    for (const { userId, asset, balance, version, updatedAt } of rows) {
      const wallet = wallets.get(userId) ?? [];
      wallets.set(userId, wallet);
      wallet.push({
        asset,
        balance: Number(balance),
        version: Number(version),
        updatedAt: version === '0' ? null : updatedAt,
      });
    }
    return wallets;
  }
}
