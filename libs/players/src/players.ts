import { ShardMap, ShardPlacement } from '@app/accounts';
import { UserRegistration } from '@app/users';
import { Injectable } from '@nestjs/common';
import { dummyHash, hashPassword, isPasswordOf } from './passwords/password-hash.js';
import { hashingLimits, HashingQueue, type Origin } from './passwords/hashing-queue.js';
import { PlayerEntity } from './player.entity.js';
import { PlayersError } from './players-error.js';

export interface Credentials {
  userId: string;
  password: string;
}

/** Sign-up and login of players with a password. */
@Injectable()
export class Players {
  private readonly hashing = new HashingQueue(hashingLimits());

  constructor(
    private readonly placement: ShardPlacement,
    private readonly shards: ShardMap,
    private readonly registration: UserRegistration,
  ) {}

  /**
   * Registers a player under a free id. Throws PlayersError `user-exists` if it is taken, even if only by an account that a game
   * opened, and `overloaded`. Rejects with UnavailableError if the outcome is unknown; a login then shows it, and completes the
   * sign-up.
   */
  async signUp({ userId, password }: Credentials, origin: Origin): Promise<void> {
    const hash = await this.hashing.run(origin, async () => {
      // Checked first because it is cheap, and again in the transaction, which decides.
      if (await this.registration.isTaken(userId)) throw userExists(userId);
      return hashPassword(password);
    });
    const player = { shard: this.shards.of(userId), userId, passwordHash: hash };
    const registered = await this.registration.registerNew({ userId, metadata: {} }, async ({ manager }) => {
      await manager.insert(PlayerEntity, player);
    });
    if (!registered) throw userExists(userId);
  }

  /**
   * Whether this is the player's password. Rejecting an unknown id takes as long as rejecting a wrong password. Throws
   * PlayersError `overloaded`.
   */
  async logIn(credentials: Credentials, origin: Origin): Promise<boolean> {
    // The look-up queues as well: a burst of logins must not exhaust the connection pool.
    if (!(await this.hashing.run(origin, () => this.isPassword(credentials)))) return false;
    const { userId } = credentials;
    // A sign-up may have been interrupted before it paid the welcome grant; registering again completes it.
    await this.registration.register({ userId, metadata: {} });
    return true;
  }

  /** Whether this id has a password in this service. */
  async hasPassword(userId: string): Promise<boolean> {
    return (await this.hashOf(userId)) !== undefined;
  }

  /** Whether an attempt from this origin would be rejected as `overloaded` now. */
  isFullFor(origin: Origin): boolean {
    return this.hashing.isFullFor(origin);
  }

  private async isPassword({ userId, password }: Credentials): Promise<boolean> {
    const hash = await this.hashOf(userId);
    const matches = await isPasswordOf(hash ?? dummyHash, password);
    return matches && hash !== undefined;
  }

  private async hashOf(userId: string): Promise<string | undefined> {
    const shard = this.shards.of(userId);
    const player = await this.placement
      .of(shard)
      .dataSource.getRepository(PlayerEntity)
      .findOneBy({ shard, userId });
    return player?.passwordHash;
  }
}

function userExists(userId: string): PlayersError {
  return new PlayersError('user-exists', `The user ${userId} already exists.`);
}
