import { ShardMap, ShardPlacement } from '@app/accounts';
import { Injectable } from '@nestjs/common';

export interface DebtorPage {
  asset: string;
  limit: number;
  startingAfter?: string | undefined;
}

/** Reads debts. */
@Injectable()
export class Debts {
  constructor(
    private readonly placement: ShardPlacement,
    private readonly shards: ShardMap,
  ) {}

  /**
   * The ids of the users who owe in an asset, in their order: at most `limit`, after `startingAfter`. Visits only accounts that ever
   * owed.
   */
  async debtors({ asset, limit, startingAfter = '' }: DebtorPage): Promise<string[]> {
    const parts = this.placement.among(this.shards.all);
    const found = await Promise.all(
      parts.map(({ dataSource, shards }) =>
        dataSource.query<{ userId: string }[]>(
          `SELECT first.user_id AS "userId" FROM debt_events first
           WHERE first.shard = ANY ($1::smallint[]) AND first.number = 1 AND first.asset_code = $2 AND first.user_id > $3
             AND (
               SELECT owed_after FROM debt_events
               WHERE shard = ANY ($1::smallint[]) AND shard = first.shard AND account_id = first.account_id
               ORDER BY number DESC LIMIT 1
             ) > 0
           ORDER BY first.user_id LIMIT $4`,
          [shards, asset, startingAfter, limit],
        ),
      ),
    );
    return found
      .flat()
      .map(({ userId }) => userId)
      .sort()
      .slice(0, limit);
  }
}
