import { ShardMap } from '@app/accounts';
import { UserRegistration } from '@app/users';
import { Injectable } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';
import { dummyHash, hashPassword, isPasswordOf } from './passwords/password-hash.js';
import { hashingLimits } from './passwords/hashing-limits.js';
import { HashingQueue, type Origin } from './passwords/hashing-queue.js';
import { PlayersError } from './players-error.js';

export interface Credentials {
  userId: string;
  password: string;
}

/** Players with a password of their own. */
@Injectable()
export class Players {
  private readonly hashing = new HashingQueue(hashingLimits());

  constructor(
    private readonly dataSource: DataSource,
    private readonly shards: ShardMap,
    private readonly registration: UserRegistration,
  ) {}

  /**
   * Makes a player of an id that nobody has. Throws PlayersError: `user-exists` if somebody has it, even if only by an
   * account that a game opened, and `overloaded`. Rejects with UnavailableError when the database cannot say; then a
   * login tells, and completes what was begun.
   */
  async signUp({ userId, password }: Credentials, origin: Origin): Promise<void> {
    const hash = await this.hashing.run(origin, async () => {
      // Asked first because it is cheap, and once more where it counts: in the transaction.
      if (await this.registration.isTaken(userId)) throw userExists(userId);
      return hashPassword(password);
    });
    const registered = await this.registration.registerNew({ userId, metadata: {} }, (queryRunner) =>
      this.insert(queryRunner, { userId, hash }),
    );
    if (!registered) throw userExists(userId);
  }

  /**
   * Whether this is a player's password. For an id that no player has it takes the same work to say no. Throws PlayersError
   * `overloaded`.
   */
  async logIn(credentials: Credentials, origin: Origin): Promise<boolean> {
    // The look-up queues as well: a burst of logins must not exhaust the connection pool.
    if (!(await this.hashing.run(origin, () => this.isPassword(credentials)))) return false;
    const { userId } = credentials;
    // A sign-up may have been cut off before the welcome grant was paid; registering again completes it.
    await this.registration.register({ userId, metadata: {} });
    return true;
  }

  /** Whether this id has a password here. */
  async hasPassword(userId: string): Promise<boolean> {
    return (await this.hashOf(userId)) !== undefined;
  }

  /** Whether an attempt of this origin would be refused as `overloaded` now. */
  isFullFor(origin: Origin): boolean {
    return this.hashing.isFullFor(origin);
  }

  private async isPassword({ userId, password }: Credentials): Promise<boolean> {
    const hash = await this.hashOf(userId);
    const matches = await isPasswordOf(hash ?? dummyHash, password);
    return matches && hash !== undefined;
  }

  private async hashOf(userId: string): Promise<string | undefined> {
    const [player] = await this.dataSource.query<{ hash: string }[]>(
      `SELECT password_hash AS hash FROM players WHERE shard = $1 AND user_id = $2`,
      [this.shards.of(userId), userId],
    );
    return player?.hash;
  }

  private async insert(
    queryRunner: QueryRunner,
    { userId, hash }: { userId: string; hash: string },
  ): Promise<void> {
    await queryRunner.query(`INSERT INTO players (shard, user_id, password_hash) VALUES ($1, $2, $3)`, [
      this.shards.of(userId),
      userId,
      hash,
    ]);
  }
}

function userExists(userId: string): PlayersError {
  return new PlayersError('user-exists', `There is a user ${userId} already.`);
}
