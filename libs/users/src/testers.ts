import { ShardMap } from '@app/accounts';
import { type Author, recordChange } from '@app/changes';
import { inTransaction } from '@app/database';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { UserPlace } from './known-user.js';
import { UserRegistration } from './user-registration.js';
import { Users } from './users.js';

/** Says which users are testers, in the column `users.tester`, and records each change. */
@Injectable()
export class Testers {
  constructor(
    private readonly dataSource: DataSource,
    private readonly shards: ShardMap,
    private readonly users: Users,
    private readonly registration: UserRegistration,
  ) {}

  /**
   * Makes a known user a tester, or not. A user who has only been credited is registered first, in a separate transaction: only a
   * registered user has a row. Setting what is set already changes and records nothing. Returns `false` for an unknown user.
   */
  async set(userId: string, tester: boolean, by: Author): Promise<boolean> {
    const user = await this.users.find(userId);
    if (!user) return false;
    if (user.tester === tester) return true;
    if (!user.registered) await this.registration.register({ userId, metadata: {} });
    const place = { shard: this.shards.of(userId), userId };
    await inTransaction(this.dataSource, (manager) => change(manager, { ...place, tester, by }));
    return true;
  }
}

async function change(
  manager: EntityManager,
  { shard, userId, tester, by }: UserPlace & { tester: boolean; by: Author },
): Promise<void> {
  // The lock that UPDATE takes. Users are never deleted.
  const [row] = await manager.query<{ tester: boolean }[]>(
    `SELECT tester FROM users WHERE shard = $1 AND id = $2 FOR NO KEY UPDATE`,
    [shard, userId],
  );
  if (!row) throw new Error('a registered user has no row');
  await manager.query(`UPDATE users SET tester = $3 WHERE shard = $1 AND id = $2`, [shard, userId, tester]);
  await recordChange(manager, { kind: 'user', subject: userId, by, before: row, after: { tester } });
}
