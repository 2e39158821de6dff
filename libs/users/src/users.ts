import { type PlacementGroup, ShardMap, ShardPlacement } from '@app/accounts';
import { Injectable } from '@nestjs/common';

export interface ListedUser {
  userId: string;
  /** When the user was registered or first credited, whichever came first. */
  createdAt: Date;
}

export interface User extends ListedUser {
  /** `false` for a user who has only been credited. */
  registered: boolean;
  metadata: Record<string, unknown>;
  /** Whether this user's sandbox payments are accepted in a live environment. */
  tester: boolean;
}

/**
 * Reads users without taking a lock. The SQL is handwritten because users who have only been credited have accounts but no row,
 * and a list is merged from all shards.
 */
@Injectable()
export class Users {
  constructor(
    private readonly placement: ShardPlacement,
    private readonly shards: ShardMap,
  ) {}

  async find(userId: string): Promise<User | undefined> {
    const shard = this.shards.of(userId);
    const [row] = await this.placement.of(shard).dataSource.query<Omit<User, 'userId'>[]>(
      `SELECT least(users.created_at, first_account.created_at) AS "createdAt", users.id IS NOT NULL AS registered,
              coalesce(users.metadata, '{}') AS metadata, coalesce(users.tester, false) AS tester
       FROM (
         SELECT min(created_at) AS created_at FROM accounts
         WHERE shard = $1 AND owner_kind = 'user' AND owner_id = $2
       ) AS first_account
       LEFT JOIN users ON users.shard = $1 AND users.id = $2
       WHERE users.id IS NOT NULL OR first_account.created_at IS NOT NULL`,
      [shard, userId],
    );
    return row && { userId, ...row };
  }

  /**
   * Known users with ids after `startingAfter`, sorted by id. Each shard reads its first `limit` by index; the first `limit` of
   * all are among them.
   */
  async list(page: { limit: number; startingAfter?: string }): Promise<ListedUser[]> {
    const lists = await Promise.all(this.placement.groups.map((group) => this.listGroup(group, page)));
    return lists
      .flat()
      .sort((one, other) => (one.userId < other.userId ? -1 : 1))
      .slice(0, page.limit);
  }

  private listGroup(
    { shards, dataSource }: PlacementGroup,
    page: { limit: number; startingAfter?: string },
  ): Promise<ListedUser[]> {
    return dataSource.query<ListedUser[]>(
      `SELECT id AS "userId", created_at AS "createdAt"
       FROM unnest($1::smallint[]) AS shards (number)
       CROSS JOIN LATERAL (
         SELECT id, min(created_at) AS created_at
         FROM (
           (SELECT owner_id AS id, min(created_at) AS created_at FROM accounts
            WHERE shard = ANY ($1) AND shard = shards.number AND owner_kind = 'user' AND owner_id > $2
            GROUP BY owner_id ORDER BY owner_id LIMIT $3)
           UNION ALL
           (SELECT id, created_at FROM users
            WHERE shard = ANY ($1) AND shard = shards.number AND id > $2
            ORDER BY id LIMIT $3)
         ) AS known
         GROUP BY id ORDER BY id LIMIT $3
       ) AS users_of_shard
       ORDER BY id LIMIT $3`,
      [shards, page.startingAfter ?? '', page.limit],
    );
  }
}
